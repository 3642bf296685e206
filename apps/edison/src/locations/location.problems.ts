import { ProblemException } from '#platform';

export const unknownLocation = (): ProblemException =>
  new ProblemException(404, {
    code: 'LOCATION_NOT_FOUND',
    detail: {
      nl: 'Deze locatie bestaat niet in het register.',
      en: 'This location is not in the register.',
      fr: "Ce lieu d'accueil ne figure pas dans le registre.",
    },
  });
