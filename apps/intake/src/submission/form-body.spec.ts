import { describe, expect, it } from '@jest/globals';
import { meldingFromForm } from './form-body.js';

const read = (pairs: [string, string][]) => meldingFromForm(new URLSearchParams(pairs).toString());

describe('a plain HTML form as a melding (contract.md 3)', () => {
  it('makes groups of dotted names', () => {
    expect(
      read([
        ['kind', 'MELDING'],
        ['contact.email', 'a@voorbeeld.example'],
        ['contact.address.street', 'Verzonnenstraat'],
      ]),
    ).toEqual({
      kind: 'MELDING',
      contact: { email: 'a@voorbeeld.example', address: { street: 'Verzonnenstraat' } },
    });
  });

  it('makes lists of repeated names and of commas', () => {
    expect(
      read([
        ['themes', 'VOEDING'],
        ['themes', 'MEDICATIE'],
        ['answers.conductTypes', 'verbal, sexual'],
      ]),
    ).toEqual({
      themes: ['VOEDING', 'MEDICATIE'],
      answers: { conductTypes: ['verbal', 'sexual'] },
    });
  });

  it.each([
    ['yes', true],
    ['true', true],
    ['no', false],
    ['false', false],
    ['misschien', 'misschien'],
  ])('reads consent "%s" as %s', (text, expected) => {
    expect(read([['consentToShareIdentity', text]])).toEqual({ consentToShareIdentity: expected });
  });

  it('reads numbers with a comma, and leaves what is no number to the check', () => {
    expect(
      read([
        ['personeelstekort.absentFte', '1,5'],
        ['personeelstekort.totalFte', 'negen'],
      ]),
    ).toEqual({
      personeelstekort: { absentFte: 1.5, totalFte: 'negen' },
    });
  });

  it('treats an empty field as not given', () => {
    expect(
      read([
        ['contact.email', '  '],
        ['themes', ''],
      ]),
    ).toEqual({});
  });

  it('takes a personeelstekort without ticked boxes for one without measures', () => {
    expect(read([['kind', 'PERSONEELSTEKORT']])).toEqual({ kind: 'PERSONEELSTEKORT', personeelstekort: {} });
  });

  it.each(['__proto__.isAdmin', 'constructor.prototype.x', 'a.b.c.d.e', 'contact[email]'])(
    'keeps %s as an unknown field',
    (name) => {
      const body = read([[name, 'x']]);
      expect(Object.keys(body)).toEqual([`${name} `]);
      expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
    },
  );

  it('keeps text that looks hostile as it is', () => {
    const description = `<script>alert('x')</script> '; DROP TABLE melding; -- \${7*7} {{7*7}}`;
    expect(read([['description', description]])).toEqual({ description });
  });
});
