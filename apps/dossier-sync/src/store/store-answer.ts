import { StoreNonsenseError } from './store-failure.js';

/** Proof that the store holds a melding. */
export interface StoreRegistration {
  dossierNumber: string;
  zaakNumber: string | null;
  version: number;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * Reads the answer to a registration. "200" alone proves nothing: it must be about this melding, with a
 * dossier number of the right form and a version.
 * @throws StoreNonsenseError
 */
export function registrationIn(
  body: unknown,
  meldingId: string,
  dossierNumberPattern: RegExp,
): StoreRegistration {
  if (!isObject(body)) throw new StoreNonsenseError('the answer holds no object');
  const { meldingId: about, dossierNumber, zaakNumber, version } = body;
  if (about !== meldingId) throw new StoreNonsenseError('the answer is about another melding');
  if (
    typeof dossierNumber !== 'string' ||
    dossierNumber.length > 64 ||
    !dossierNumberPattern.test(dossierNumber)
  ) {
    throw new StoreNonsenseError('the answer holds no dossier number');
  }
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
    throw new StoreNonsenseError('the answer holds no version');
  }
  return {
    dossierNumber,
    zaakNumber: typeof zaakNumber === 'string' ? zaakNumber.slice(0, 64) : null,
    version,
  };
}
