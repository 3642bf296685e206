import { join } from 'node:path';
import { cacheFolder } from './kafka-jars.js';
import { startKafka } from './start-kafka.js';

/** A broker on this machine until Ctrl-C: `node dist/deploy/kafka/serve.js`, port from `KAFKA_PORT` (9092). */
const broker = await startKafka({
  port: Number(process.env['KAFKA_PORT'] ?? 9092),
  dataDir: join(process.env['OPGROEIPUNT_DATA_DIR'] ?? '.data', 'kafka'),
  cacheDir: cacheFolder(process.env),
});
process.stdout.write(`Kafka is ready. KAFKA_BROKERS=${broker.brokers}\n`);
const alive = setInterval(() => undefined, 60_000);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    clearInterval(alive);
    void broker.stop();
  });
}
