import { describe, expect, it } from '@jest/globals';
import { PUBLIC_KINDS } from '#contracts';
import { CHOICE_GROUPS } from './choices.js';

describe('choices on the home page', () => {
  it('offer every public kind exactly once', () => {
    const offered = CHOICE_GROUPS.flatMap((group) => group.choices.map((choice) => choice.kind));
    expect(offered.toSorted()).toEqual([...PUBLIC_KINDS].sort());
  });
});
