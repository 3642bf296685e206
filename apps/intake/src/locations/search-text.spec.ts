import { describe, expect, it } from '@jest/globals';
import { searchText, searchWords } from './search-text.js';

describe('searching a location by name', () => {
  it.each([
    ["'t Fluwelen Fazantje", 't fluwelen fazantje'],
    ['Les Papillons Inventés / De Verzonnen Vlinders', 'les papillons inventes de verzonnen vlinders'],
    ['  Crèche   ÉÉN ', 'creche een'],
  ])('reads "%s" without accents, capitals and punctuation', (text, expected) => {
    expect(searchText(text)).toBe(expected);
  });

  it('splits a search into words', () => {
    expect(searchWords('Verzinbeke, fázant%_')).toEqual(['verzinbeke', 'fazant']);
    expect(searchWords('  ')).toEqual([]);
  });
});
