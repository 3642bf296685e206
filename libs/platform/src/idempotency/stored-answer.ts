/** The answer that a repeat gets again. */
export interface StoredAnswer {
  status: number;
  /** Headers that belong to the answer, e.g. `Location`. */
  headers: Record<string, string>;
  body: unknown;
}
