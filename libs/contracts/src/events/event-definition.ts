import { Type, type Static, type TSchema } from 'typebox';

/** One event type: where it travels and what its data look like. The single source of AsyncAPI and of both checks. */
export interface EventDefinition {
  type: string;
  topic: string;
  /** JSON Schema of the data. */
  schema: TSchema;
  /** Urgent events have their own consumer group and connections (architecture.md 4, guarantee 5). */
  urgent: boolean;
  /** What happened, one English sentence for AsyncAPI. */
  summary: string;
}

/** A closed object: an unknown property in an event is a fault, not a surprise for later. */
export const closed = <P extends Record<string, TSchema>>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

export const code = <V extends string[]>(values: readonly [...V]) => Type.Enum(values);
export const nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
export const uuid = () => Type.String({ format: 'uuid' });
export const moment = () => Type.String({ format: 'date-time' });
export const day = () => Type.String({ format: 'date' });
export const text = (maxLength = 200) => Type.String({ minLength: 1, maxLength });

type Define = (type: string, schema: TSchema, summary: string) => EventDefinition;

/** Defines the events of an ordinary topic. */
export const eventOn =
  (topic: string): Define =>
  (type, schema, summary) => ({ type, topic, schema, urgent: false, summary });

/** Defines the events of a topic that never waits behind bulk. */
export const urgentEventOn =
  (topic: string): Define =>
  (type, schema, summary) => ({ type, topic, schema, urgent: true, summary });

export type { Static };
