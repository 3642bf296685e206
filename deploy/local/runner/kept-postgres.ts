import { setTimeout as delay } from 'node:timers/promises';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  type ServiceDatabase,
} from '#platform/embedded-postgres';

const RETRY_MS = 1_000;

/**
 * The database of the local system. When its server ends without having been asked to, it is started again on the
 * same data: the services connect anew by themselves, and nobody has to notice.
 */
export class KeptPostgres {
  private stopping = false;
  private restarting: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: EmbeddedPostgresOptions,
    private server: EmbeddedPostgres,
  ) {
    this.watch();
  }

  /** @throws EmbeddedPostgresError when the first start fails */
  static async start(options: EmbeddedPostgresOptions): Promise<KeptPostgres> {
    return new KeptPostgres(options, await startEmbeddedPostgres(options));
  }

  ensureDatabase(database: ServiceDatabase): Promise<string> {
    return this.server.ensureDatabase(database);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.restarting;
    await this.server.stop();
  }

  private watch(): void {
    void this.server.ended.then(() => {
      this.restarting = this.startAgain();
    });
  }

  private async startAgain(): Promise<void> {
    console.error('De database is onverwacht gestopt en wordt opnieuw gestart.');
    while (!this.stopping) {
      try {
        this.server = await startEmbeddedPostgres(this.options);
        this.watch();
        return;
      } catch (error) {
        console.error(`De database start niet: ${error instanceof Error ? error.message : String(error)}`);
        await delay(RETRY_MS);
      }
    }
  }
}
