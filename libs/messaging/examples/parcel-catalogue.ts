import type { EventCatalogue, EventDefinition } from '#messaging';

export const PARCEL_SENT = 'example.parcel.sent.v1';

export interface ParcelSent {
  weightGrams: number;
}

const definitions: EventDefinition[] = [
  {
    type: PARCEL_SENT,
    topic: 'example.parcel.v1',
    urgent: false,
    schema: {
      type: 'object',
      properties: { weightGrams: { type: 'integer', minimum: 1 } },
      required: ['weightGrams'],
      additionalProperties: false,
    },
  },
];

export const parcelCatalogue: EventCatalogue = {
  find: (type) => definitions.find((definition) => definition.type === type),
  all: () => definitions,
};
