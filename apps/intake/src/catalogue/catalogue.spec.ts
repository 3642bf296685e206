import { describe, expect, it } from '@jest/globals';
import { SINGLE_ANSWERS, SINGLE_ANSWER_KEYS, THEMES } from '#contracts';
import { publicCatalogue } from './catalogue.js';

const { kinds } = publicCatalogue();
const fieldsOf = (kind: string) => kinds.find((entry) => entry.kind === kind)?.fields ?? [];

describe('catalogue for forms made elsewhere (contract.md 3)', () => {
  it('holds every kind the public can send, and no other', () => {
    expect(kinds.map(({ kind }) => kind)).toHaveLength(11);
    expect(kinds.map(({ kind }) => kind)).not.toContain('INSPECTIE_ADVIES');
  });

  it('has words for every field and option', () => {
    for (const { fields } of kinds) {
      for (const field of fields) {
        expect(field.label).not.toBe('');
        for (const option of field.options ?? []) expect(option.label).not.toBe('');
      }
    }
  });

  it.each(SINGLE_ANSWER_KEYS)('offers exactly the values that are accepted: %s', (key) => {
    const field = fieldsOf('MELDING').find((one) => one.field === `answers.${key}`);
    expect(field?.options?.map(({ value }) => value)).toEqual([...SINGLE_ANSWERS[key]]);
  });

  it('tells where more than one answer may be given', () => {
    const themes = fieldsOf('MELDING').find(({ field }) => field === 'themes');
    expect(themes).toMatchObject({ multiple: true, options: expect.any(Array) });
    expect(themes?.options).toHaveLength(THEMES.length);
  });

  it('tells the parts of an address and of a location', () => {
    expect(fieldsOf('KLACHT_OPVANG').find(({ field }) => field === 'contact.address')?.parts).toHaveLength(5);
  });
});
