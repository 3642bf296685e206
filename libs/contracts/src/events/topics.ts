/** Kafka topics; contract.md 5. */
export const TOPICS = {
  melding: 'opgroeipunt.melding.v1',
  crisis: 'opgroeipunt.crisis.v1',
  dossier: 'opgroeipunt.dossier.v1',
  sync: 'opgroeipunt.sync.v1',
  notification: 'opgroeipunt.notification.v1',
} as const;

/** Where records go that cannot be decoded. */
export const deadLetterTopic = (topic: string): string => `${topic}.dlt`;

export const eventType = <const N extends string>(name: N) => `be.opgroeipunt.${name}` as const;
