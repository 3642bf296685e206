import { describe, expect, it } from '@jest/globals';
import { InProcessTransport } from '../transport/in-process.transport.js';
import type { ConsumerState } from '../transport/transport.js';
import { MessagingHealth } from './messaging-health.service.js';

class TransportIn extends InProcessTransport {
  constructor(private readonly states: [string, ConsumerState][]) {
    super();
  }
  override status(): Map<string, ConsumerState> {
    return new Map(this.states);
  }
}

const health = (...states: [string, ConsumerState][]): MessagingHealth =>
  new MessagingHealth({
    service: 'triage',
    catalogue: { find: () => undefined, all: () => [] },
    transport: new TransportIn(states),
  });

describe('guarantee 8: liveness', () => {
  it.each<[string, ConsumerState]>([
    ['triage', 'DEAD'],
    ['triage-crisis', 'DEAD'],
  ])('fails when %s is %s', async (group, state) => {
    await expect(health(['triage', 'RUNNING'], [group, state]).live()).rejects.toThrow(group);
  });

  it.each<ConsumerState>(['STARTING', 'RUNNING', 'BROKER_AWAY'])(
    'holds while the consumer is %s',
    async (state) => {
      await expect(health(['triage', state]).live()).resolves.toBeUndefined();
    },
  );

  it('does not look at the consumers of other services in the process', async () => {
    await expect(health(['intake', 'DEAD']).live()).resolves.toBeUndefined();
  });
});
