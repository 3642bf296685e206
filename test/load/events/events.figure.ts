import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createTopics } from '#messaging';
import type * as Kafka from '../../../deploy/kafka/index.ts';
import { median } from '../report/median.ts';
import type { Figure } from '../report/figure.ts';
import type { Stage } from '../stage/stage.ts';

const BUILT = new URL('../../../dist/deploy/kafka/index.js', import.meta.url).href;
const { cacheFolder, startKafka } = (await import(BUILT)) as typeof Kafka;

const OURS = fileURLToPath(new URL('./our-events.ts', import.meta.url));
const RAW = fileURLToPath(new URL('./raw-events.ts', import.meta.url));
const EVENTS = 10_000;
const PARTITIONS = 6;
const ROUNDS = 3;
const AIM = 0.5;
const run = promisify(execFile);

/** Events from outbox over a real broker to an inbox with one effect each, against a raw consumer with one insert. */
export async function eventsFigures(stage: Stage): Promise<Figure[]> {
  const kafka = await startKafka({
    port: 0,
    dataDir: join(stage.folder, 'kafka'),
    cacheDir: cacheFolder(process.env),
  });
  try {
    const ratios: { ours: number; raw: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const topics = [`load.ours.${round}`, `load.raw.${round}`];

      await createTopics({ brokers: [kafka.brokers], clientId: 'load' }, topics, {
        partitions: PARTITIONS,
        replicationFactor: 1,
      });
      const database = (name: string) =>
        stage.server.ensureDatabase({ name: `load_${name}_${round}`, password: 'load' });
      const raw = await rateOf(RAW, [kafka.brokers, await database('raw'), `load.raw.${round}`]);
      const ours = await rateOf(OURS, [
        kafka.brokers,
        await database('sender'),
        await database('receiver'),
        `load.ours.${round}`,
      ]);
      ratios.push({ ours, raw });
      stage.progress('events over Kafka', round + 1, ROUNDS);
    }
    const ratio = median(ratios.map(({ ours, raw }) => ours / raw));
    const [ours, raw] = [median(ratios.map((one) => one.ours)), median(ratios.map((one) => one.raw))];
    return [
      {
        title: `Events through outbox, Kafka and inbox with one effect each (${EVENTS})`,
        measured: `${ratio.toFixed(2)} of a raw consumer (${Math.round(ours)} against ${Math.round(raw)} a second)`,
        aim: `${AIM} of raw`,
        met: ratio >= AIM,
      },
    ];
  } finally {
    await kafka.stop();
  }
}

async function rateOf(program: string, settings: string[]): Promise<number> {
  const { stdout } = await run(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    program,
    ...settings,
    String(EVENTS),
  ]);
  return Number(stdout);
}
