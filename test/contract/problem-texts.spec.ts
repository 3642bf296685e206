import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, sourceTexts, wordsInOneLanguage, type SourceText } from './source-texts.js';

const texts = sourceTexts();
const placesOf = (faulty: (words: SourceText['words']) => boolean): string[] =>
  texts.filter(({ words }) => faulty(words)).map(({ place }) => place);

/** What is filled in when the text is told. */
const blanksOf = (words = ''): string =>
  [...words.matchAll(/\$\{[^}]*\}/g)]
    .map(([blank]) => blank)
    .sort()
    .join(' ');

describe('the texts of problems (contract.md 2)', () => {
  it('are found', () => {
    expect(texts.length).toBeGreaterThan(100);
  });

  it('are there in each language', () => {
    expect(placesOf((words) => LANGUAGES.some((language) => !words[language]?.trim()))).toEqual([]);
  });

  it('are not the same words in two languages', () => {
    expect(placesOf((words) => new Set(LANGUAGES.map((one) => words[one])).size < 3)).toEqual([]);
  });

  it('tell the same values in each language', () => {
    expect(placesOf((words) => new Set(LANGUAGES.map((one) => blanksOf(words[one]))).size > 1)).toEqual([]);
  });

  it('are whole sentences in each language, or in none', () => {
    const isSentence = (words = ''): boolean => /[.?!]\W*$/.test(words);
    expect(placesOf((words) => new Set(LANGUAGES.map((one) => isSentence(words[one]))).size > 1)).toEqual([]);
  });

  it('say "vous" in French', () => {
    expect(placesOf(({ fr = '' }) => /(?<!\p{L})(tu|te|ton|ta|tes|toi)(?!\p{L})/iu.test(fr))).toEqual([]);
  });

  it('are never written for one language alone', () => {
    expect(wordsInOneLanguage()).toEqual([]);
  });
});
