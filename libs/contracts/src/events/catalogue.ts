import { CRISIS_EVENTS } from './crisis.events.js';
import { DOSSIER_EVENTS } from './dossier.events.js';
import type { EventDefinition } from './event-definition.js';
import { MELDING_EVENTS } from './melding.events.js';
import { NOTIFICATION_EVENTS } from './notification.events.js';
import { SYNC_EVENTS } from './sync.events.js';

const definitions = [
  ...MELDING_EVENTS,
  ...CRISIS_EVENTS,
  ...DOSSIER_EVENTS,
  ...SYNC_EVENTS,
  ...NOTIFICATION_EVENTS,
];
const byType = new Map(definitions.map((definition) => [definition.type, definition]));

/** Every event of the system, one definition used by producers, consumers and AsyncAPI; contract.md 5. */
export const catalogue = {
  find: (type: string): EventDefinition | undefined => byType.get(type),
  all: (): EventDefinition[] => definitions,
};
