/** There is no database at the address of `DATABASE_URL`. The address itself is not told: it holds a password. */
export class DatabaseAwayError extends Error {
  override readonly name = 'DatabaseAwayError';

  constructor(options: ErrorOptions) {
    super('De database is niet bereikbaar. Kijk na of ze draait en of DATABASE_URL klopt.', options);
  }
}
