/** Why an embedded PostgreSQL did not start; callers choose their own words by it. */
export type EmbeddedPostgresFault =
  | 'NO_BINARIES'
  | 'NO_UNPRIVILEGED_ACCOUNT'
  | 'OTHER_OWNER'
  | 'NEWER_DATA'
  | 'OLDER_DATA'
  | 'DISK_FULL'
  | 'PORT_BUSY'
  | 'FAILED';

/** The message holds what PostgreSQL itself said, for the log of whoever runs it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly fault: EmbeddedPostgresFault,
    message: string,
  ) {
    super(message);
  }

  /** Reads the fault from what `initdb` or `postgres` printed. */
  static fromOutput(output: string): EmbeddedPostgresError {
    if (/No space left on device|could not write.*ENOSPC|disk quota exceeded/i.test(output)) {
      return new EmbeddedPostgresError('DISK_FULL', output);
    }
    if (/could not bind|Address already in use/i.test(output)) {
      return new EmbeddedPostgresError('PORT_BUSY', output);
    }
    return new EmbeddedPostgresError('FAILED', output);
  }
}
