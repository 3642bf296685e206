import { describe, expect, it } from '@jest/globals';
import { registrationIn } from './store-answer.js';
import { StoreNonsenseError } from './store-failure.js';

const id = '01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f60';
const good = { meldingId: id, dossierNumber: 'EDS-00000042-55', zaakNumber: 'ZAAK-00000042-55', version: 3 };
const read = (body: unknown) => registrationIn(body, id, /^[A-Z]{3}-\d{8}-\d{2}$/u);

describe('The answer of the store', () => {
  it('proves the registration', () =>
    expect(read(good)).toEqual({
      dossierNumber: good.dossierNumber,
      zaakNumber: good.zaakNumber,
      version: 3,
    }));

  it('may leave out the zaak', () => expect(read({ ...good, zaakNumber: undefined }).zaakNumber).toBeNull());

  it.each([
    ['nothing', undefined],
    ['a text', 'OK'],
    ['an empty object', {}],
    ['another melding', { ...good, meldingId: '01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f61' }],
    ['no dossier number', { ...good, dossierNumber: undefined }],
    ['an empty dossier number', { ...good, dossierNumber: '' }],
    ['a dossier number of another form', { ...good, dossierNumber: 'OK' }],
    ['no version', { ...good, version: undefined }],
    ['version 0', { ...good, version: 0 }],
  ])('proves nothing with %s', (_what, body) => expect(() => read(body)).toThrow(StoreNonsenseError));
});
