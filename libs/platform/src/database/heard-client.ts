import pg from 'pg';

/**
 * A session whose errors always have a listener.
 *
 * The pool takes its own listener off a session that it hands out, and TypeORM adds one a moment later. A server that
 * ends right after it let us in tells so in between, and an `error` event that nobody hears ends the process. Whoever
 * uses the session is told by the query that fails.
 */
export class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
