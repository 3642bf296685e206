import type { EmbeddedPostgres } from '#platform/embedded-postgres';

/** What every measurement of a run shares. */
export interface Stage {
  server: EmbeddedPostgres;
  /** Gone when the run ends. */
  folder: string;
  /** Length of one round. */
  seconds: number;
  /** Alternating rounds of each side. */
  rounds: number;
  progress(what: string, done: number, total: number): void;
}
