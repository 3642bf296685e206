import { Kafka, logLevel } from 'kafkajs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheFolder, startKafka, type RunningKafka } from '../../../deploy/kafka/index.js';
import type { RawRecord } from './system-under-faults.js';

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

  async publish(topic: string, record: RawRecord): Promise<void> {
    const kafka = new Kafka({
      brokers: [this.advertised],
      logLevel: logLevel.NOTHING,
      // The advertised name is known to the services alone.
      socketFactory: ({ onConnect }) => connect(this.port, '127.0.0.1', onConnect),
    });
    const producer = kafka.producer();
    await producer.connect();
    try {
      await producer.send({ topic, messages: [record] });
    } finally {
      await producer.disconnect();
    }
  }

  async stop(): Promise<void> {
    await this.running?.stop();
  }
}
