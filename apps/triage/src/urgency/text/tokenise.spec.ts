import { describe, expect, it } from '@jest/globals';
import { tokenise } from './tokenise.js';

const words = (text: string): string[] => tokenise(text).map(({ word }) => word);
const places = (text: string): string[] => tokenise(text).map(({ start, end }) => text.slice(start, end));

describe('words of a text', () => {
  it.each([
    ['case and accents do not matter', 'Één CRÈCHE', ['een', 'creche']],
    ['an apostrophe inside a word belongs to it', "baby's auto’s", ['babijs', 'autos']],
    ['an elision is a word of its own', "'s morgens l'enfant", ['s', 'morgens', 'l', 'enfant']],
    ['a hyphen parts words', 'CO-alarm', ['co', 'alarm']],
    ['letters held on to count twice', 'slaaaaat', ['slaat']],
    ['an invisible hyphen is no letter', 'ge\u00adslagen', ['geslagen']],
  ])('%s', (_says, text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('offsets point into the original', () => {
  it.each([
    ['plain', 'een kind', ['een', 'kind']],
    [
      'composed and decomposed accents',
      'e\u0301e\u0301n \u00e9\u00e9n',
      ['e\u0301e\u0301n', '\u00e9\u00e9n'],
    ],
    ['ligatures that grow', 'o\ufb00er c\u0153ur kind', ['o\ufb00er', 'c\u0153ur', 'kind']],
    ['signs outside the basic plane', '😢😢 baby 👩‍👧 sloeg', ['baby', 'sloeg']],
    ['full width', 'ＫＩＮＤ ok', ['ＫＩＮＤ', 'ok']],
  ])('%s', (_says, text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it('tells what ends a sentence and what only pauses', () => {
    expect(tokenise('een, twee. drie').map(({ after }) => after)).toEqual(['space', 'comma', 'sentence']);
  });
});
