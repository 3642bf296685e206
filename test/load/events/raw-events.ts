// What events are held against: a kafkajs consumer with one insert an event and nothing else; prints events a second.
// Arguments: brokers, database, topic, number of events.
import kafkajs from 'kafkajs';
import pg from 'pg';
import { waitUntil } from '../../system/wait-until.ts';

const PATIENCE_MS = 300_000;
const IN_ONE_SEND = 500;

const [brokers = '', url = '', topic = '', amount = '0'] = process.argv.slice(2);
const count = Number(amount);
const pool = new pg.Pool({ connectionString: url, max: 8 });
await pool.query('CREATE TABLE raw (n integer NOT NULL)');
const kafka = new kafkajs.Kafka({ brokers: brokers.split(','), logLevel: kafkajs.logLevel.NOTHING });
const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
await producer.connect();
for (let first = 0; first < count; first += IN_ONE_SEND) {
  const messages = Array.from({ length: Math.min(IN_ONE_SEND, count - first) }, (_, index) => ({
    key: `key-${first + index}`,
    value: JSON.stringify({ n: first + index }),
  }));
  await producer.send({ topic, messages, acks: -1 });
}

let done = 0;
const consumer = kafka.consumer({ groupId: 'raw', maxWaitTimeInMs: 1_000 });
const from = performance.now();
await consumer.connect();
await consumer.subscribe({ topics: [topic], fromBeginning: true });
await consumer.run({
  partitionsConsumedConcurrently: 8,
  eachMessage: async ({ message }) => {
    const { n } = JSON.parse(message.value?.toString() ?? '') as { n: number };
    await pool.query({ name: 'raw', text: 'INSERT INTO raw (n) VALUES ($1)', values: [n] });
    done += 1;
  },
});
await waitUntil(
  () => Promise.resolve(done === count ? true : undefined),
  `${count} effects`,
  PATIENCE_MS,
  20,
);
process.stdout.write(String((count / (performance.now() - from)) * 1_000));
process.exit(0);
