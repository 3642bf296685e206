import { describe, expect, it } from '@jest/globals';
import { IsIn, MaxLength, MinLength, validateSync } from 'class-validator';
import { inWords } from '../validation/in-words.js';
import { fieldErrors } from './field-errors.js';
import type { Language } from './language.js';

class Form {
  @MinLength(20)
  @MaxLength(30)
  text: string;

  @IsIn(['A', 'B'])
  choice: string;

  @MaxLength(
    3,
    inWords({
      nl: 'Een postcode heeft vier cijfers.',
      en: 'A postal code has four digits.',
      fr: 'Un code postal compte quatre chiffres.',
    }),
  )
  postcode: string;

  @MaxLength(2, { each: true })
  codes: string[];
}

const messages = (form: Partial<Form>, language: Language) =>
  Object.fromEntries(
    fieldErrors(validateSync(Object.assign(new Form(), form)), language).map((e) => [e.pointer, e.message]),
  );

const wrong = { text: 'kort', choice: 'geheim', postcode: '99999', codes: ['lang'] };

describe('words for broken constraints', () => {
  it('tell the limit, never the value', () => {
    expect(messages(wrong, 'nl')).toEqual({
      '/text': 'Schrijf minstens 20 tekens.',
      '/choice': 'Kies een van deze waarden: A, B.',
      '/postcode': 'Een postcode heeft vier cijfers.',
      '/codes': 'Schrijf hoogstens 2 tekens.',
    });
  });

  it('are English for who asks', () => {
    expect(messages(wrong, 'en')).toMatchObject({
      '/text': 'Write at least 20 characters.',
      '/postcode': 'A postal code has four digits.',
      '/choice': 'Choose one of: A, B.',
    });
  });

  it('are French for who asks', () => {
    expect(messages(wrong, 'fr')).toEqual({
      '/text': 'Écrivez au moins 20 caractères.',
      '/choice': "Choisissez l'une de ces valeurs : A, B.",
      '/postcode': 'Un code postal compte quatre chiffres.',
      '/codes': 'Écrivez au plus 2 caractères.',
    });
  });
});
