/** One event type: where it travels and what its data look like. */
export interface EventDefinition {
  /** CloudEvents type with its version, e.g. `be.opgroeipunt.melding.received.v1`. */
  type: string;
  topic: string;
  /** JSON Schema (draft 2020-12) of the data. */
  schema: object;
  /** True for topics that may not wait behind others: own relay lane, own consumer group, own connections. */
  urgent: boolean;
}

/** Every event type that exists. The library asks it for topics and schemas and knows no type itself. */
export interface EventCatalogue {
  find(type: string): EventDefinition | undefined;
  all(): EventDefinition[];
}
