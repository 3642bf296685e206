import { describe, expect, it } from '@jest/globals';
import { waitBeforeNextTry } from './text-retry.js';

describe('asking for a text again', () => {
  it('waits longer after every try', () => {
    expect(waitBeforeNextTry(3)).toBeGreaterThan(waitBeforeNextTry(1));
  });

  it('never waits longer than half a minute', () => {
    expect(waitBeforeNextTry(1_000)).toBeLessThanOrEqual(30_000);
  });
});
