import { InProcessTransport } from '#messaging';
import { conformance } from './conformance.js';
import type { TransportUnderTest } from './fixture/world.js';

let hub = new InProcessTransport();

const inProcess: TransportUnderTest = {
  name: 'in-process transport',
  start: async () => {
    hub = new InProcessTransport();
  },
  stop: () => hub.close(),
  connect: () => hub,
  createTopics: async () => undefined,
  deadLetters: (consumer, topic) =>
    consumer.database.query('SELECT headers FROM messaging_dead_letter WHERE topic = $1', [topic]),
  put: async (record) => {
    const [result] = await hub.publish([record], 'BULK');
    if (result?.status === 'rejected') throw result.reason;
  },
};

conformance(inProcess);
