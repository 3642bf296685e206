/** One line of docs/figures.md. */
export interface Figure {
  title: string;
  measured: string;
  aim: string;
  /** Null where nothing is aimed at. */
  met: boolean | null;
}
