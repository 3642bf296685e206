import kafkajs, { Partitioners, type Kafka, type Producer } from 'kafkajs';
import type { OutgoingRecord } from '../transport.js';

/** Faults of a single record, for which a whole request is refused. */
const ONE_RECORD_FAULTS = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD']);

/**
 * Sends the records of one lane. Not kafkajs's idempotent producer: it cannot go on after a sequence error, and
 * what is sent twice does no harm, since the inbox takes each event once and order holds for first occurrences.
 */
export class KafkaPublisher {
  private readonly producer: Producer;
  private connected: Promise<void> | undefined;

  constructor(kafka: Kafka) {
    this.producer = kafka.producer({
      allowAutoTopicCreation: false,
      // The partition of a key as the Java client has it, so that any producer keeps the order of an aggregate.
      createPartitioner: Partitioners.DefaultPartitioner,
    });
  }

  /** One result a record; a topic that cannot be written to does not hold up the others. */
  async publish(records: OutgoingRecord[]): Promise<PromiseSettledResult<void>[]> {
    const failures = new Map<OutgoingRecord, unknown>();
    const byTopic = Map.groupBy(records, (record) => record.topic);
    await Promise.all([...byTopic].map(([topic, group]) => this.toTopic(topic, group, failures)));
    return records.map((record) =>
      failures.has(record)
        ? { status: 'rejected', reason: failures.get(record) }
        : { status: 'fulfilled', value: undefined },
    );
  }

  async close(): Promise<void> {
    await this.producer.disconnect();
  }

  private async toTopic(topic: string, records: OutgoingRecord[], failures: Map<OutgoingRecord, unknown>) {
    try {
      await this.send(topic, records);
    } catch (error) {
      const byKey = Map.groupBy(records, (record) => record.key);
      if (byKey.size > 1 && isOneRecordsFault(error)) {
        for (const sequence of byKey.values()) await this.toTopic(topic, sequence, failures);
      } else {
        for (const record of records) failures.set(record, error);
      }
    }
  }

  private async send(topic: string, records: OutgoingRecord[]): Promise<void> {
    await this.connect();
    const messages = records.map(({ key, value, headers }) => ({ key, value, headers }));
    await this.producer.send({ topic, messages, acks: -1, timeout: 10_000 });
  }

  private connect(): Promise<void> {
    this.connected ??= this.producer.connect().catch((error: unknown) => {
      this.connected = undefined;
      throw error;
    });
    return this.connected;
  }
}

function isOneRecordsFault(error: unknown): boolean {
  return error instanceof kafkajs.KafkaJSProtocolError && ONE_RECORD_FAULTS.has(error.type);
}
