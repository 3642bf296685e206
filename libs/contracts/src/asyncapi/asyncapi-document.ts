import { catalogue } from '../events/catalogue.js';
import type { EventDefinition } from '../events/event-definition.js';

/** Names may hold letters, digits, dots and dashes only; the short form reads well in generated pages. */
const messageName = (definition: EventDefinition): string => definition.type.replace('be.opgroeipunt.', '');
const channelName = (topic: string): string => topic.replaceAll('.', '-');

/** CloudEvents 1.0 binary mode: attributes as record headers (contract.md 5). */
const cloudEventHeaders = (definition: EventDefinition) => ({
  type: 'object',
  required: [
    'ce_id',
    'ce_source',
    'ce_specversion',
    'ce_type',
    'ce_time',
    'ce_subject',
    'ce_sequence',
    'content-type',
  ],
  properties: {
    ce_id: { type: 'string', format: 'uuid', description: 'Id of the event; a consumer handles it once.' },
    ce_source: { type: 'string', description: 'Service that tells it.' },
    ce_specversion: { type: 'string', const: '1.0' },
    ce_type: { type: 'string', const: definition.type },
    ce_time: { type: 'string', format: 'date-time' },
    ce_subject: { type: 'string', description: 'Id of the aggregate, also the record key.' },
    ce_sequence: { type: 'string', description: 'Version of the aggregate at its source; grows by one.' },
    traceparent: { type: 'string', description: 'W3C trace context of the request that caused it.' },
    'content-type': { type: 'string', const: 'application/json' },
  },
});

const plainSchema = (definition: EventDefinition): unknown => JSON.parse(JSON.stringify(definition.schema));

/**
 * The AsyncAPI 3.0 document of every topic and event, made from the same definitions that producers and consumers
 * check against (contract.md 5).
 */
export function asyncApiDocument(samples: ReadonlyMap<string, unknown>) {
  const definitions = catalogue.all();
  const topics = [...new Set(definitions.map((definition) => definition.topic))];
  const inTopic = (topic: string) => definitions.filter((definition) => definition.topic === topic);
  const reference = (definition: EventDefinition) => ({
    $ref: `#/components/messages/${messageName(definition)}`,
  });

  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Opgroeipunt events',
      version: '1.0.0',
      description:
        'CloudEvents 1.0 in binary mode over Kafka. No event holds a name, address, mail, phone number, free text or child data.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(
      topics.map((topic) => [
        channelName(topic),
        {
          address: topic,
          messages: Object.fromEntries(
            inTopic(topic).map((definition) => [messageName(definition), reference(definition)]),
          ),
        },
      ]),
    ),
    operations: Object.fromEntries(
      topics.map((topic) => [
        `publish-${channelName(topic)}`,
        { action: 'send', channel: { $ref: `#/channels/${channelName(topic)}` } },
      ]),
    ),
    components: {
      messages: Object.fromEntries(
        definitions.map((definition) => [
          messageName(definition),
          {
            name: definition.type,
            summary: definition.summary,
            contentType: 'application/json',
            headers: cloudEventHeaders(definition),
            payload: plainSchema(definition),
            examples: samples.has(definition.type) ? [{ payload: samples.get(definition.type) }] : [],
          },
        ]),
      ),
    },
  };
}
