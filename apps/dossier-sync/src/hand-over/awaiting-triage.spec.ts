import { describe, expect, it } from '@jest/globals';
import { AwaitingTriage } from './awaiting-triage.js';

const at = (ms: number): Date => new Date(Date.UTC(2026, 0, 1) + ms);
/** After many meldingen that each took so long. */
const used = (tookMs: number): AwaitingTriage => {
  const awaiting = new AwaitingTriage(250, 10_000);
  for (let n = 0; n < 100; n += 1) awaiting.heard(at(-tookMs), at(0));
  return awaiting;
};

describe('waiting for triage', () => {
  it('is short as long as nothing is known, and when triage is quick', () => {
    expect(new AwaitingTriage(250, 10_000).waitMs(at(0))).toBe(250);
    expect(used(50).waitMs(at(0))).toBe(250);
  });

  it('grows with what triage takes, up to a limit', () => {
    expect(used(2_000).waitMs(at(0))).toBeGreaterThan(2_000);
    expect(used(60_000).waitMs(at(0))).toBe(10_000);
  });

  it('is short again when nothing is heard of triage any more', () => {
    expect(used(2_000).waitMs(at(60_000))).toBe(250);
  });
});
