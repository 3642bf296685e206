import { describe, expect, it } from '@jest/globals';
import type { Reason } from './case-answers.js';
import { markedText } from './marked-text.js';

const TEXT = 'Hij sloeg 😢 het kind hard.';
const reason = (
  code: string,
  start: number,
  end: number,
  field: 'description' | 'measuresTaken' = 'description',
): Reason => ({
  code,
  text: '',
  evidence: [{ type: 'text', field, start, end }],
});

describe('evidence in the text', () => {
  it('marks the words that a rule matched, by UTF-16 offsets', () => {
    expect(markedText('description', TEXT, [reason('TXT-GEWELD', 4, 9), reason('TXT-X', 22, 26)])).toEqual([
      { text: 'Hij ', codes: [] },
      { text: 'sloeg', codes: ['TXT-GEWELD'] },
      { text: ' 😢 het kind ', codes: [] },
      { text: 'hard', codes: ['TXT-X'] },
      { text: '.', codes: [] },
    ]);
  });

  it('names both rules where they overlap', () => {
    const parts = markedText('description', TEXT, [reason('A', 0, 9), reason('B', 4, 12)]);
    expect(parts.map(({ codes }) => codes)).toEqual([['A'], ['A', 'B'], ['B'], []]);
    expect(parts.map(({ text }) => text).join('')).toBe(TEXT);
  });

  it.each([
    [-1, 4],
    [4, 400],
    [9, 4],
    [4, 4],
  ])('leaves a place out that is not in the text: %i–%i', (start, end) => {
    expect(markedText('description', TEXT, [reason('A', start, end)])).toEqual([{ text: TEXT, codes: [] }]);
  });

  it('leaves evidence of another text alone, and an empty text empty', () => {
    expect(markedText('description', TEXT, [reason('A', 0, 3, 'measuresTaken')])).toEqual([
      { text: TEXT, codes: [] },
    ]);
    expect(markedText('description', '', [])).toEqual([]);
  });
});
