import { ProblemException } from '../problem/problem.exception.js';

export const stillRunning = (): ProblemException =>
  new ProblemException(409, {
    code: 'REQUEST_STILL_RUNNING',
    detail: {
      nl: 'Ditzelfde bericht wordt nog verwerkt. Probeer over enkele seconden opnieuw met dezelfde sleutel.',
      en: 'This same request is still being handled. Try again in a few seconds with the same key.',
      fr: 'Ce même message est encore en cours de traitement. Essayez à nouveau dans quelques secondes avec la même clé.',
    },
    headers: { 'Retry-After': '1' },
  });

export const otherBody = (): ProblemException =>
  new ProblemException(422, {
    code: 'IDEMPOTENCY_KEY_REUSED',
    detail: {
      nl: 'Deze Idempotency-Key hoort al bij een ander bericht. Gebruik een nieuwe sleutel.',
      en: 'This Idempotency-Key belongs to another request already. Use a new key.',
      fr: 'Cette Idempotency-Key appartient déjà à un autre message. Utilisez une nouvelle clé.',
    },
  });
