import { describe, expect, it } from '@jest/globals';
import { paceFor } from './event-loop-pace.js';

describe('background work', () => {
  it('waits for nothing in an idle process', () => {
    expect(paceFor(0.05)).toBe(0);
  });

  it('waits the longer the busier the process is, and never for long', () => {
    const waits = [0.2, 0.5, 0.8, 1].map(paceFor);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(100);
  });
});
