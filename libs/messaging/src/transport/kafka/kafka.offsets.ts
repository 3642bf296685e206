import type { Admin, Kafka } from 'kafkajs';

/** First offset that is not there yet, by topic and partition; partitions without records are left out. */
export type Ends = Map<string, Map<number, bigint>>;

/** How far a group has come, as the broker knows it. */
export class KafkaOffsets {
  constructor(
    private readonly kafka: Kafka,
    private readonly group: string,
    private readonly topics: string[],
  ) {}

  /** Where the topics end now; a topic that does not exist has nothing in it. */
  ends(): Promise<Ends> {
    return this.asked(async (admin) => {
      const existing = new Set(await admin.listTopics());
      const ends: Ends = new Map();
      for (const topic of this.topics.filter((name) => existing.has(name))) {
        const partitions = await admin.fetchTopicOffsets(topic);
        const filled = partitions.filter(({ low, high }) => low !== high);
        ends.set(topic, new Map(filled.map(({ partition, high }) => [partition, BigInt(high)])));
      }
      return ends;
    });
  }

  /** True when the group has committed everything before these ends. */
  reached(ends: Ends): Promise<boolean> {
    return this.asked(async (admin) => {
      const committed = await admin.fetchOffsets({ groupId: this.group, topics: [...ends.keys()] });
      return committed.every(({ topic, partitions }) => {
        const wanted = ends.get(topic) ?? new Map<number, bigint>();
        const offsets = new Map(partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
        return [...wanted].every(([partition, end]) => (offsets.get(partition) ?? -1n) >= end);
      });
    });
  }

  private async asked<T>(question: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = this.kafka.admin({ retry: { retries: 1 } });
    await admin.connect();
    try {
      return await question(admin);
    } finally {
      await admin.disconnect();
    }
  }
}
