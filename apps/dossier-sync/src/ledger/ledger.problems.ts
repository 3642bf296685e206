import { ProblemException } from '#platform';

export const notInLedger = (): ProblemException =>
  new ProblemException(404, {
    code: 'NOT_IN_LEDGER',
    detail: {
      nl: 'Deze melding staat niet in het overdrachtsregister.',
      en: 'This melding is not in the ledger of hand-overs.',
      fr: 'Ce signalement ne figure pas dans le registre des transmissions.',
    },
  });

export const nothingRefused = (): ProblemException =>
  new ProblemException(409, {
    code: 'NOTHING_REFUSED',
    detail: {
      nl: 'Deze melding is niet geweigerd. Opnieuw aanbieden is niet nodig.',
      en: 'This melding was not refused. There is nothing to offer again.',
      fr: "Ce signalement n'a pas été refusé. Il n'est pas nécessaire de le présenter à nouveau.",
    },
  });
