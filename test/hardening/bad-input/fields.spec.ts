import { describe, expect, it } from '@jest/globals';
import { problemFaults } from '../asking/problem.js';
import { tablesChangedBy } from '../database/fingerprints.js';
import { meldingWith, outcomeOf, sendMelding } from './melding-input.js';

const contact = (said: object) => ({ contact: { name: 'Testmelder', ...said } });
const tomorrow = new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 10);

const REFUSED: [string, Record<string, unknown>, ...string[]][] = [
  ['8,001 signs', { description: 'x'.repeat(8_001) }, '/description IS_LENGTH'],
  ['8,001 signs of two units each', { description: '👶'.repeat(8_001) }, '/description IS_LENGTH'],
  ['19 signs and spaces', { description: `   ${'x'.repeat(19)}   ` }, '/description IS_LENGTH'],
  ['a text that is a number', { description: 12 }, '/description IS_STRING'],
  ['a text that is a list', { description: ['x'.repeat(30)] }, '/description IS_STRING'],
  ['NUL', { description: `${'x'.repeat(30)}\u0000` }, '/description UNSUPPORTED_CHARACTER'],
  ['half a surrogate pair', { description: `${'x'.repeat(30)}\ud83d` }, '/description UNSUPPORTED_CHARACTER'],
  ['an unknown kind', { kind: 'SABOTAGE' }, '/kind IS_IN'],
  ['a kind for systems', { kind: 'INSPECTIE_ADVIES' }, '/inspectieAdvies REQUIRED', '/kind IS_IN'],
  ['an unknown answer', { answers: { immediateDanger: 'perhaps' } }, '/answers/immediateDanger IS_IN'],
  ['no answer to the first question', { answers: {} }, '/answers/immediateDanger REQUIRED'],
  ['an unknown location', { location: { id: 'L99' } }, '/location/id UNKNOWN_LOCATION'],
  ['a number for a boolean', { consentToShareIdentity: 1 }, '/consentToShareIdentity IS_BOOLEAN'],
  ['30 February', { factDate: '2026-02-30' }, '/factDate IS_FACT_DATE'],
  ['29 February of no leap year', { factDate: '2025-02-29' }, '/factDate IS_FACT_DATE'],
  ['month 13', { factDate: '2025-13-01' }, '/factDate IS_FACT_DATE'],
  ['the year 0', { factDate: '0000-01-01' }, '/factDate IS_FACT_DATE'],
  ['an offset of no place on earth', { factDate: '2025-11-21T02:30+25:00' }, '/factDate IS_FACT_DATE'],
  ['25 o’clock', { factDate: '2025-11-21T25:00' }, '/factDate IS_FACT_DATE'],
  ['a date in words', { factDate: 'gisteren' }, '/factDate IS_FACT_DATE'],
  ['a date as a number', { factDate: 1_700_000_000 }, '/factDate IS_FACT_DATE'],
  ['a day that must still come', { factDate: tomorrow }, '/factDate IN_THE_FUTURE'],
  ['the last day of all', { factDate: '9999-12-31' }, '/factDate IN_THE_FUTURE'],
  [
    'a line break in an address',
    contact({ email: 'a@b.example\r\nBcc: c@d.example' }),
    '/contact/email IS_EMAIL',
  ],
  [
    'a line break in a quoted address',
    contact({ email: '"a\r\nBcc: c"@d.example' }),
    '/contact/email MATCHES',
  ],
  ['two addresses', contact({ email: 'a@b.example, c@d.example' }), '/contact/email IS_EMAIL'],
  ['an address with a name', contact({ email: 'A <a@b.example>' }), '/contact/email IS_EMAIL'],
  [
    'a line break in a name',
    contact({ name: 'Jan\r\nBcc: c@d.example', email: 'a@b.example' }),
    '/contact/name MATCHES',
  ],
  ['a phone number of words', contact({ phone: 'bel mij' }), '/contact/phone MATCHES'],
  ['a name with an anonymous melding', { identityMode: 'ANONYMOUS' }, '/contact CONTACT_WITH_ANONYMOUS'],
];

describe('a field that cannot be taken', () => {
  it('leaves nothing half-written', async () => {
    const changed = await tablesChangedBy(async () => {
      await Promise.all(REFUSED.map(([, said]) => sendMelding(meldingWith(said))));
    });
    expect(changed).toEqual([]);
  }, 120_000);

  it.each(REFUSED)('%s', async (_what, said, ...errors) => {
    const answer = await sendMelding(meldingWith(said));
    expect(outcomeOf(answer)).toEqual({ status: 400, code: 'INVALID_INPUT', errors });
    expect(problemFaults(answer)).toEqual([]);
  });

  it.each([
    ['en', 'Not everything is filled in correctly'],
    ['fr', "Tout n'est pas rempli correctement"],
  ])('is explained in %s to who asks', async (language, title) => {
    const answer = await sendMelding(meldingWith({ factDate: '2026-02-30' }), {
      'accept-language': language,
    });
    expect(answer.text).toContain(`"title":"${title}"`);
  });
});

describe('a field that looks wrong and is not', () => {
  it.each<[string, Record<string, unknown>]>([
    ['8,000 signs', { description: 'x'.repeat(8_000) }],
    ['8,000 signs of two units each', { description: '👶'.repeat(8_000) }],
    ['HTML', { description: '<script>alert(1)</script> stond op het scherm in de leefgroep' }],
    ['SQL', { description: "'; DROP TABLE melding; -- zei iemand aan de poort" }],
    ['right-to-left, emoji and accents', { description: 'أنا قلقة على طفلي 👶🏽 — Zoë, ‮omgekeerd‬ en ﷽' }],
    ['control signs', { description: 'een\ttab, een\u0007bel en een\u001besc in een lange tekst' }],
    ['the hour that the clock skips in March', { factDate: '2026-03-29T02:30' }],
    ['the hour that comes twice in October', { factDate: '2025-10-26T02:30' }],
    ['that hour with its offset', { factDate: '2025-10-26T02:30:00+01:00' }],
    ['29 February of a leap year', { factDate: '2024-02-29' }],
  ])('%s', async (_what, said) => {
    expect(outcomeOf(await sendMelding(meldingWith(said)))).toEqual({ status: 201 });
  });
});
