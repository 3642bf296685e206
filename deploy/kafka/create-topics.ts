import { catalogue } from '#contracts';
import { createTopics, topicsOf } from '#messaging';

/**
 * Deploy step: makes the topics, since services never do. Repeat-safe.
 * `KAFKA_BROKERS`, `KAFKA_PARTITIONS` (6), `KAFKA_REPLICATION` (1 for a single broker, 3 in production) and
 * `EVENT_HISTORY_DAYS` (empty: for ever; then the same for every service, see docs/decisions/0701).
 */
const { KAFKA_BROKERS, KAFKA_PARTITIONS = '6', KAFKA_REPLICATION = '1', EVENT_HISTORY_DAYS } = process.env;
if (!KAFKA_BROKERS) throw new Error('KAFKA_BROKERS is empty: tell which broker, as host:port');
const made = await createTopics(
  { brokers: KAFKA_BROKERS.split(','), clientId: 'opgroeipunt-create-topics' },
  topicsOf(catalogue),
  {
    partitions: Number(KAFKA_PARTITIONS),
    replicationFactor: Number(KAFKA_REPLICATION),
    historyDays: EVENT_HISTORY_DAYS ? Number(EVENT_HISTORY_DAYS) : undefined,
  },
);
process.stdout.write(made.length > 0 ? `made ${made.join(', ')}\n` : 'all topics exist already\n');
