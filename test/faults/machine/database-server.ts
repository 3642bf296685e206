import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres';

const START_WITHIN_MS = 60_000;

/** A PostgreSQL server that comes back whenever it ended, on the same data. */
export class DatabaseServer {
  private server: EmbeddedPostgres | undefined;
  private stopping = false;
  private awayMs = 0;
  private watching: Promise<void> = Promise.resolve();

  constructor(
    private readonly folder: string,
    readonly port: number,
    private readonly password: string,
  ) {}

  get adminUrl(): string {
    return `postgres://postgres:${encodeURIComponent(this.password)}@127.0.0.1:${this.port}/postgres`;
  }

  async start(): Promise<void> {
    await this.begin();
    this.watching = this.watch();
  }

  kill(awayMs: number): void {
    this.awayMs = awayMs;
    const pid = this.server?.pid;
    if (pid) process.kill(pid, 'SIGKILL');
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.server?.stop();
    this.server = undefined;
    await Promise.race([this.watching, Promise.resolve()]);
  }

  private async watch(): Promise<void> {
    for (;;) {
      await this.server?.ended;
      if (this.stopping) return;
      this.server = undefined;
      await pause(this.awayMs);
      this.awayMs = 0;
      await this.begin();
    }
  }

  /** Sessions of the killed server may hold its memory for a moment, and a full disk lets none start. */
  private async begin(): Promise<void> {
    for (const until = Date.now() + START_WITHIN_MS; !this.stopping; await pause(200)) {
      try {
        this.server = await startEmbeddedPostgres({
          folder: this.folder,
          port: this.port,
          password: this.password,
          settings: { max_connections: '150', max_wal_size: '64MB', min_wal_size: '32MB' },
        });
        return;
      } catch (error) {
        if (Date.now() > until) throw error;
      }
    }
  }
}
