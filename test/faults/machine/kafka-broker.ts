import { setTimeout as pause } from 'node:timers/promises';
import { cacheFolder, startKafka, type RunningKafka } from '../../../deploy/kafka/index.js';

/** A broker that can be killed and comes back on the same data. */
export class KafkaBroker {
  private running: RunningKafka | undefined;

  constructor(
    private readonly dataDir: string,
    private readonly advertised: string,
  ) {}

  get port(): number {
    if (!this.running) throw new Error('the broker is away');
    return this.running.port;
  }

  async start(port = 0): Promise<void> {
    const { dataDir, advertised } = this;
    this.running = await startKafka({ port, dataDir, advertised, cacheDir: cacheFolder(process.env) });
  }

  async killAndRestart(awayMs: number): Promise<void> {
    const { port } = this;
    await this.running?.kill();
    await pause(awayMs);
    await this.start(port);
  }

  async stop(): Promise<void> {
    await this.running?.stop();
  }
}
