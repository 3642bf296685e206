/** An event to publish, as services write it. */
export interface OutboxEvent {
  /** A type the catalogue knows. */
  type: string;
  /** Id of the aggregate that changed: record key and order. */
  key: string;
  /** Fits the schema of the type; holds nothing personal. */
  data: object;
}
