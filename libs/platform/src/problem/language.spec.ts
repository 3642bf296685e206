import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.js';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'nl'],
    ['', 'nl'],
    ['nl-BE', 'nl'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr', 'nl'],
    ['fr, en;q=0.8, nl;q=0.5', 'en'],
    ['en;q=0.3, nl;q=0.5', 'nl'],
    ['en;q=0', 'nl'],
    ['*;q=x,,;;', 'nl'],
  ])('%s is answered in %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
