import type { EventCatalogue } from '../../catalogue/event-catalogue.js';
import { kafkaClient, type KafkaOptions } from './kafka-client.js';

export interface TopicLayout {
  /** Fixed once: with another number, the events of an aggregate would lie in two partitions. */
  partitions: number;
  replicationFactor: number;
}

/** Every topic of the catalogue, each with its dead-letter topic. */
export function topicsOf(catalogue: EventCatalogue): string[] {
  const topics = new Set(catalogue.all().map((definition) => definition.topic));
  return [...topics].flatMap((topic) => [topic, `${topic}.dlt`]);
}

/**
 * Makes the topics that do not exist yet and leaves the others as they are.
 * @returns the topics that were made
 * @throws when the broker cannot be reached or refuses
 */
export async function createTopics(
  options: KafkaOptions,
  topics: string[],
  layout: TopicLayout,
): Promise<string[]> {
  const admin = kafkaClient(options).admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !existing.has(topic));
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map((topic) => ({
        topic,
        numPartitions: layout.partitions,
        replicationFactor: layout.replicationFactor,
      })),
    });
    return missing;
  } finally {
    await admin.disconnect();
  }
}
