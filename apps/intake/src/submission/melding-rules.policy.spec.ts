import { describe, expect, it } from '@jest/globals';
import { KINDS } from '#contracts';
import { meldingFaults, type EnteredBy } from './melding-rules.policy.js';

const NOW = new Date('2026-11-22T10:00:00Z');
const description = 'Er stond een hek open aan de kant van de straat.';
const contact = { name: 'Voorbeeld Ouder', email: 'ouder@voorbeeld.example' };
const melding = {
  kind: 'MELDING',
  submitterType: 'OUDER',
  identityMode: 'KNOWN',
  contact,
  location: { id: 'L02' },
  description,
  answers: { immediateDanger: 'unknown' },
};
const tekort = {
  ...melding,
  kind: 'PERSONEELSTEKORT',
  answers: undefined,
  personeelstekort: { measures: [] },
};
const vraag = { kind: 'VRAAG', description };
const klacht = { ...melding, kind: 'KLACHT_DIENSTVERLENING', location: undefined, answers: undefined };

const faults = (given: unknown, enteredBy: EnteredBy = 'MELDER') =>
  meldingFaults(given, enteredBy, NOW).map(({ pointer, code }) => `${pointer} ${code}`);

describe('what a melding of each kind needs (domain.md 2.3)', () => {
  it.each([
    ['a whole melding', melding, []],
    ['no capacity', { ...melding, submitterType: undefined }, ['/submitterType REQUIRED']],
    ['no identity mode', { ...melding, identityMode: ' ' }, ['/identityMode REQUIRED']],
    ['no location', { ...melding, location: {} }, ['/location REQUIRED']],
    ['only a municipality', { ...melding, location: { municipality: 'Verzinbeke' } }, ['/location REQUIRED']],
    ['a location in words', { ...melding, location: { description: 'naast de bibliotheek' } }, []],
    ['danger not answered', { ...melding, answers: {} }, ['/answers/immediateDanger REQUIRED']],
    [
      'nothing but a kind',
      { kind: 'CRISIS' },
      [
        '/submitterType REQUIRED',
        '/identityMode REQUIRED',
        '/location REQUIRED',
        '/answers/immediateDanger REQUIRED',
        '/description REQUIRED',
      ],
    ],
    [
      'known but out of reach',
      { ...melding, contact: { name: 'Voorbeeld Ouder' } },
      ['/contact/email CONTACT_REQUIRED'],
    ],
    [
      'confidential but out of reach',
      { ...melding, identityMode: 'CONFIDENTIAL', contact: undefined },
      ['/contact/email CONTACT_REQUIRED'],
    ],
    ['phone only', { ...melding, contact: { phone: '0470000000' } }, []],
    ['anonymous without contact', { ...melding, identityMode: 'ANONYMOUS', contact: { email: '' } }, []],
    ['anonymous with a name', { ...melding, identityMode: 'ANONYMOUS' }, ['/contact CONTACT_WITH_ANONYMOUS']],
    ['a klacht without name, address or contact', { ...klacht, contact: undefined }, []],
    ['an anonymous klacht', { ...klacht, identityMode: 'ANONYMOUS', contact: undefined }, []],
    ['a question without anything else', vraag, []],
    [
      'a question by somebody who gives only his name',
      { ...vraag, contact: { name: 'Voorbeeld Ouder' } },
      ['/contact/email CONTACT_REQUIRED'],
    ],
    ['feedback without contact', { kind: 'FEEDBACK', identityMode: 'KNOWN', description }, []],
    ['a shortage', tekort, []],
    [
      'a shortage at several locations',
      { ...tekort, location: undefined, personeelstekort: { locationIds: ['L01', 'L02'] } },
      [],
    ],
    ['a shortage nowhere', { ...tekort, location: undefined }, ['/location REQUIRED']],
    [
      'a shortage without its part',
      { ...tekort, personeelstekort: undefined },
      ['/personeelstekort REQUIRED'],
    ],
    ['a shortage in a melding', { ...melding, personeelstekort: {} }, ['/personeelstekort OTHER_KIND']],
    [
      'advice in a melding',
      { ...melding, inspectieAdvies: { number: 'Z1' } },
      ['/inspectieAdvies OTHER_KIND'],
    ],
    [
      'advice without its part',
      { kind: 'INSPECTIE_ADVIES', location: { id: 'L01' }, description },
      ['/inspectieAdvies REQUIRED'],
    ],
    ['facts of tomorrow', { ...melding, factDate: '2026-11-23' }, ['/factDate IN_THE_FUTURE']],
    ['a shortage from tomorrow', { ...tekort, factDate: '2026-11-23' }, []],
    ['an unknown kind', { kind: 'IETS' }, []],
  ])('%s', (_what, given, expected) => {
    expect(faults(given)).toEqual(expected);
  });

  it('lets staff write down a letter of somebody who left no number', () => {
    expect(faults({ ...melding, contact: { name: 'Voorbeeld Ouder' } }, 'STAFF')).toEqual([]);
  });

  it('asks a description of every kind', () => {
    for (const kind of KINDS) expect(faults({ kind })).toContain('/description REQUIRED');
  });

  it.each([null, 'tekst', [], 7, { kind: { $ne: 1 } }])('survives a body that is no melding: %j', (given) => {
    expect(faults(given)).toEqual([]);
  });
});
