import type { EventCatalogue } from '../../catalogue/event-catalogue.js';
import kafkajs, { type Admin } from 'kafkajs';
import { kafkaClient, type KafkaOptions } from './kafka-client.js';

/** Source of a setting that was made for the topic itself. */
const OF_THE_TOPIC = kafkajs.ConfigSource.TOPIC_CONFIG;
const RETENTION = 'retention.ms';
const DAY_MS = 24 * 3_600_000;

export interface TopicLayout {
  /** Fixed once: with another number, the events of an aggregate would lie in two partitions. */
  partitions: number;
  replicationFactor: number;
  /** Days that records are kept; without it, for ever: new groups and rebuilt projections begin with the first event. */
  historyDays?: number | undefined;
}

/** Every topic of the catalogue, each with its dead-letter topic. */
export function topicsOf(catalogue: EventCatalogue): string[] {
  const topics = new Set(catalogue.all().map((definition) => definition.topic));
  return [...topics].flatMap((topic) => [topic, `${topic}.dlt`]);
}

/**
 * Makes the topics that do not exist yet. Of the others only the time that records are kept is set, should it differ.
 * @returns the topics that were made
 * @throws when the broker cannot be reached or refuses
 */
export async function createTopics(
  options: KafkaOptions,
  topics: string[],
  layout: TopicLayout,
): Promise<string[]> {
  const admin = kafkaClient(options).admin();
  const retention = layout.historyDays === undefined ? '-1' : String(layout.historyDays * DAY_MS);
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
        configEntries: [{ name: RETENTION, value: retention }],
      })),
    });
    await keepRecords(
      admin,
      topics.filter((topic) => existing.has(topic)),
      retention,
    );
    return missing;
  } finally {
    await admin.disconnect();
  }
}

/** What was set on a topic by hand stays as it is: the broker takes all its settings at once. */
async function keepRecords(admin: Admin, topics: string[], retention: string): Promise<void> {
  if (topics.length === 0) return;
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((name) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name })),
  });
  const differing = resources.filter(({ configEntries }) =>
    configEntries.every(
      ({ configName, configValue }) => configName !== RETENTION || configValue !== retention,
    ),
  );
  if (differing.length === 0) return;
  await admin.alterConfigs({
    validateOnly: false,
    resources: differing.map(({ resourceName, configEntries }) => ({
      type: kafkajs.ConfigResourceTypes.TOPIC,
      name: resourceName,
      configEntries: [
        ...configEntries
          .filter(({ configName, configSource }) => configSource === OF_THE_TOPIC && configName !== RETENTION)
          .map(({ configName, configValue }) => ({ name: configName, value: configValue })),
        { name: RETENTION, value: retention },
      ],
    })),
  });
}
