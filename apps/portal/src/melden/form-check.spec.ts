import { describe, expect, it } from '@jest/globals';
import { FIELD_TEXTS_NL, fieldRules, type Field, type Kind } from '#contracts';
import { FormValues } from '../design/form-values.js';
import { formFaults } from './form-check.js';
import type { FormDefinition } from './form-definition.js';
import { meldingBody } from './melding-body.js';

const CHOICES: readonly Field[] = [
  'submitterType',
  'identityMode',
  'parentsInformed',
  'consentToShareIdentity',
  'preferredChannel',
];
const SEVERAL: readonly Field[] = [
  'themes',
  'answers.conductTypes',
  'personeelstekort.measures',
  'alreadyReportedTo',
];

function formOf(kind: Kind): FormDefinition {
  const fields = fieldRules(kind).map(({ field, rule }) => {
    const isChoice = field.startsWith('answers.') || CHOICES.includes(field) || SEVERAL.includes(field);
    return {
      field,
      rule,
      label: FIELD_TEXTS_NL[field].label,
      help: undefined,
      options: isChoice ? [{ value: 'x', label: 'x' }] : [],
      multiple: SEVERAL.includes(field),
    };
  });
  return { kind, label: '', when: '', fields };
}

const STORY = 'Vandaag zat mijn dochter alleen op de gang.';
const CONCERN = {
  'answers.immediateDanger': 'unknown',
  'location.description': 'De gele poort',
  description: STORY,
  submitterType: 'BURGER',
  identityMode: 'ANONYMOUS',
};
const faults = (kind: Kind, sent: Record<string, unknown>) =>
  [...formFaults(formOf(kind), FormValues.from(sent)).keys()].sort();

describe('what our own form asks', () => {
  it('is little for a concern: danger, place, story, who', () => {
    expect(faults('MELDING', {})).toEqual(
      ['answers.immediateDanger', 'description', 'identityMode', 'location.zoek', 'submitterType'].sort(),
    );
    expect(faults('MELDING', CONCERN)).toEqual([]);
  });

  it('is each danger question for a gevaarsituatie, since "weet ik niet" is an answer', () => {
    expect(faults('GEVAARSITUATIE', CONCERN)).toContain('answers.injury');
    expect(faults('GEVAARSITUATIE', CONCERN)).not.toContain('factDate');
  });

  it('is asked once: whoever sends again without an answer gives none', () => {
    expect(faults('GEVAARSITUATIE', { ...CONCERN, nagevraagd: 'ja' })).toEqual([]);
    expect(faults('GEVAARSITUATIE', { nagevraagd: 'ja' })).toContain('answers.immediateDanger');
  });

  it('is a way to reach a melder who is not anonymous', () => {
    expect(faults('MELDING', { ...CONCERN, identityMode: 'CONFIDENTIAL' })).toEqual(['contact.email']);
    expect(
      faults('MELDING', { ...CONCERN, identityMode: 'KNOWN', 'contact.phone': '0470 00 00 00' }),
    ).toEqual([]);
  });

  it('is no name and no address for a klacht: that is never a barrier', () => {
    expect(faults('KLACHT_OPVANG', CONCERN)).toEqual([]);
  });

  it('is figures and measures for a personeelstekort', () => {
    expect(faults('PERSONEELSTEKORT', CONCERN)).toEqual(
      expect.arrayContaining(['personeelstekort.absentFte', 'personeelstekort.measures']),
    );
  });

  it.each([
    ['description', 'te kort'],
    ['description', 'x'.repeat(8001)],
    ['factDate', 'gisteren'],
  ])('says so when %s cannot be used', (field, value) => {
    expect(faults('MELDING', { ...CONCERN, [field]: value })).toEqual([field]);
  });
});

describe('the body that goes to intake', () => {
  const body = (kind: Kind, sent: Record<string, unknown>) =>
    meldingBody(formOf(kind), FormValues.from(sent));

  it('holds what was given and nothing else', () => {
    expect(
      body('MELDING', {
        ...CONCERN,
        factDate: '3/4/2024',
        themes: ['VOEDING', 'ANDERE'],
        'answers.injury': '',
        onbekend: 'x',
      }),
    ).toEqual({
      kind: 'MELDING',
      language: 'nl',
      submitterType: 'BURGER',
      identityMode: 'ANONYMOUS',
      location: { description: 'De gele poort' },
      factDate: '2024-04-03',
      description: STORY,
      themes: ['VOEDING', 'ANDERE'],
      answers: { immediateDanger: 'unknown' },
    });
  });

  it('leaves contact data out for somebody who chose to stay anonymous', () => {
    expect(body('MELDING', { ...CONCERN, 'contact.email': 'a@voorbeeld.example' })).not.toHaveProperty(
      'contact',
    );
    expect(
      body('MELDING', {
        ...CONCERN,
        identityMode: 'KNOWN',
        'contact.email': 'a@voorbeeld.example',
        'contact.address.street': 'Dreef',
      }),
    ).toMatchObject({
      contact: { email: 'a@voorbeeld.example', address: { street: 'Dreef' } },
    });
  });

  it('takes the chosen location over words, and several for a personeelstekort', () => {
    expect(body('MELDING', { ...CONCERN, 'location.id': 'L02' })).toMatchObject({ location: { id: 'L02' } });
    expect(
      body('PERSONEELSTEKORT', { 'location.id': ['L04', 'L05'], 'personeelstekort.absentFte': '1,5' }),
    ).toMatchObject({
      location: { id: 'L04' },
      personeelstekort: { locationIds: ['L04', 'L05'], absentFte: 1.5 },
    });
    expect(body('PERSONEELSTEKORT', {})).toMatchObject({ personeelstekort: {} });
  });

  it('gives consent only when it was given', () => {
    expect(body('MELDING', CONCERN)).not.toHaveProperty('consentToShareIdentity');
    expect(body('MELDING', { ...CONCERN, consentToShareIdentity: 'true' })).toMatchObject({
      consentToShareIdentity: true,
    });
    expect(body('MELDING', { ...CONCERN, consentToShareIdentity: 'false' })).toMatchObject({
      consentToShareIdentity: false,
    });
  });
});
