import { describe, expect, it } from '@jest/globals';
import { prunable } from './retention.policy.js';

const tables = (...given: Parameters<typeof prunable>): Record<string, number> =>
  Object.fromEntries(prunable(...given).map(({ table, days }) => [table, days]));

describe('what may go, and when', () => {
  it('keeps inbox and outbox for ever where the outbox is the only history', () => {
    expect(tables(false, undefined)).toEqual({ messaging_work: 7, messaging_parked: 90 });
  });

  it('removes published events where the broker keeps them, and still remembers what was handled', () => {
    expect(tables(true, undefined)).toEqual({ messaging_work: 7, messaging_parked: 90, messaging_outbox: 7 });
  });

  it('remembers longer than anyone can offer, when the history is bounded', () => {
    expect(tables(true, 400)).toMatchObject({ messaging_outbox: 7, messaging_inbox: 430 });
    expect(tables(false, 400)).toMatchObject({ messaging_outbox: 400, messaging_inbox: 430 });
  });
});
