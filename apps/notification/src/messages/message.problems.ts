import { ProblemException } from '#platform';

export const noSuchMessage = (): ProblemException =>
  new ProblemException(404, {
    code: 'NO_SUCH_MESSAGE',
    detail: {
      nl: 'Dit bericht bestaat niet.',
      en: 'There is no such message.',
      fr: "Ce message n'existe pas.",
    },
  });

export const messageNotUncertain = (): ProblemException =>
  new ProblemException(409, {
    code: 'MESSAGE_NOT_UNCERTAIN',
    detail: {
      nl: 'Van dit bericht is al duidelijk of het verstuurd is.',
      en: 'Whether this message was sent is clear already.',
      fr: 'On sait déjà si ce message a été envoyé.',
    },
  });
