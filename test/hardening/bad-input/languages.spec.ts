import { describe, expect, it } from '@jest/globals';
import { addresses, token } from '../../system/system-under-test.js';
import { ask, type Answer } from '../asking/ask.js';
import { problemIn } from '../asking/problem.js';
import { meldingWith, sendMelding } from './melding-input.js';

const DUTCH = /\b(je|niet|dit|deze|een|het|van|met|voor|kan|moet|geen|schrijf|stuur|vul)\b/i;
const FRENCH =
  /(?<!\p{L})(vous|votre|ce|cet|cette|ceci|pas|de|du|des|au|le|la|les|un|une|est|doit)(?!\p{L})/iu;
const ENGLISH = /\b(you|which|the|this|not|is|must|your|write|send|with|of|one)\b/i;

/** Everything that a problem says to a person. */
function wordsOf(answer: Answer): string[] {
  const { title, detail, errors = [] } = problemIn(answer);
  return [title, detail, ...errors.map(({ message }) => message)];
}

const FIELDS: Record<string, unknown>[] = [
  { description: 'kort' },
  { description: 12, kind: 'SABOTAGE', identityMode: null },
  { factDate: '2026-02-30', language: 'Nederlands', nickname: 'x' },
  { contact: { email: 'geen', phone: 'bel mij', name: 'a\nb' }, location: { id: 'L99' } },
  { location: undefined, submitterType: undefined, answers: {} },
  { personeelstekort: { absentFte: -1 }, themes: ['X'], safeTimes: 'x'.repeat(5_000) },
];

const refusals = async (language: string): Promise<Answer[]> => {
  const headers = { 'accept-language': language };
  const authorization = `Bearer ${await token('tc.centraal')}`;
  const get = (path: string, more: Record<string, string> = {}) =>
    ask({ base: addresses().triage, method: 'GET', path, headers: { ...headers, ...more } });
  return Promise.all([
    ...FIELDS.map((said) => sendMelding(meldingWith(said), headers)),
    sendMelding('{', headers),
    sendMelding('x'.repeat(1_100_000), headers),
    sendMelding('<a/>', { ...headers, 'content-type': 'text/xml' }),
    get('/nowhere'),
    get('/api/v1/worklist'),
    get('/api/v1/parked-events', { authorization }),
    get('/api/v1/worklist?limit=0&q=%00&level=x&unknown=1', { authorization }),
    get('/api/v1/worklist?cursor=x', { authorization }),
    get('/api/v1/cases/0193a5c2-7b1e-7c3a-9f00-3b6f2c1d4e5f', { authorization }),
  ]);
};

const sentences = async (language: string): Promise<string[]> => {
  const answers = await refusals(language);
  expect(answers.filter(({ status }) => status < 400)).toEqual([]);
  return answers.flatMap(wordsOf).filter((text) => text.split(' ').length > 3);
};

describe('a refusal', () => {
  it.each(['nl-BE, fr;q=0.5', '*', 'de;q=0.9', 'fr;q=0'])(
    'is in Dutch for who asks for %s',
    async (language) => {
      const told = await sentences(language);
      expect(told.length).toBeGreaterThan(30);
      expect(told.filter((text) => !DUTCH.test(text))).toEqual([]);
    },
  );

  it.each(['fr', 'fr-BE,fr;q=0.9,en;q=0.8,nl;q=0.1'])(
    'is in French for who asks for %s',
    async (language) => {
      const told = await sentences(language);
      expect(told.length).toBeGreaterThan(30);
      const unquoted = told.map((text) => text.replaceAll(/« [^»]* »/g, '')); // "je" is French too
      expect(unquoted.filter((text) => !FRENCH.test(text) || DUTCH.test(text) || ENGLISH.test(text))).toEqual(
        [],
      );
    },
  );

  it.each(['en', 'en-GB,en;q=0.9,nl;q=0.1'])('is in English for who asks for %s', async (language) => {
    const told = await sentences(language);
    expect(told.filter((text) => !ENGLISH.test(text) || DUTCH.test(text))).toEqual([]);
  });
});
