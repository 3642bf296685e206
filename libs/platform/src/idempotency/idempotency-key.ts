import { ProblemException } from '../problem/problem.exception.js';

const KEY = /^[\x21-\x7e]{8,200}$/;

/**
 * Checks the header `Idempotency-Key` (contract 2).
 * @returns undefined when the client sent none
 * @throws ProblemException 400 when it is not 8 to 200 visible ASCII characters
 */
export function idempotencyKeyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && KEY.test(header)) return header;
  throw new ProblemException(400, {
    code: 'INVALID_IDEMPOTENCY_KEY',
    detail: {
      nl: 'De header Idempotency-Key moet 8 tot 200 zichtbare ASCII-tekens hebben, zonder spaties.',
      en: 'The header Idempotency-Key must have 8 to 200 visible ASCII characters, without spaces.',
      fr: "L'en-tête Idempotency-Key doit compter de 8 à 200 caractères ASCII visibles, sans espaces.",
    },
  });
}
