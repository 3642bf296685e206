import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.js';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'nl'],
    ['', 'nl'],
    ['nl-BE', 'nl'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr', 'fr'],
    ['FR-be', 'fr'],
    ['fr-BE, fr;q=0.9, nl;q=0.8, en;q=0.7', 'fr'],
    ['fr-CH-x-private', 'fr'],
    ['nl-BE, fr;q=0.5', 'nl'],
    ['fr;q=0.5, en;q=0.8', 'en'],
    ['fr;q=0.5, nl-BE;q=0.4', 'fr'],
    ['en, fr', 'en'],
    ['fr, en', 'fr'],
    ['fr ; q=0.2 , en ; Q=0.1', 'fr'],
    ['en;q=0.3, nl;q=0.5', 'nl'],
  ])('%s is answered in %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it.each([
    ['de', 'nl'],
    ['de;q=0.9, fr;q=0.1', 'fr'],
    ['frr, fro', 'nl'],
    ['french', 'nl'],
    ['de, *;q=0.5', 'nl'],
    ['*', 'nl'],
    ['*, fr;q=0.5', 'nl'],
    ['*;q=0.5, fr', 'fr'],
  ])('of %s, which we do not speak in full, %s is left', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it.each([
    ['en;q=0', 'nl'],
    ['fr;q=0, en;q=0.1', 'en'],
    ['nl;q=0, *', 'fr'],
    ['nl;q=0, fr;q=0.000, *;q=0.1', 'en'],
    ['nl;q=0, fr;q=0, en;q=0', 'nl'],
  ])('of %s, which refuses languages, %s is left', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it.each(['*;q=x,,;;', 'fr;q=NaN', 'fr;q=2', 'en;q=-1', 'fr;q=1e0', 'fr;q=', '-fr', ';fr', 'f r'])(
    '%s asks for nothing that can be read',
    (header) => {
      expect(languageOf(header)).toBe('nl');
    },
  );
});
