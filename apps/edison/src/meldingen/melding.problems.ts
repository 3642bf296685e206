import { ProblemException } from '#platform';

export const unknownMelding = (): ProblemException =>
  new ProblemException(404, {
    code: 'MELDING_NOT_FOUND',
    detail: {
      nl: 'Deze melding is niet geregistreerd.',
      en: 'This melding is not registered.',
      fr: "Ce signalement n'est pas enregistré.",
    },
  });

/** @param places where in `locationIds` the unknown ones stand */
export const unknownLocations = (places: number[]): ProblemException =>
  new ProblemException(422, {
    code: 'UNKNOWN_LOCATION',
    detail: {
      nl: 'Een of meer locaties bestaan niet in dit register.',
      en: 'One or more locations do not exist in this register.',
      fr: "Un ou plusieurs lieux d'accueil ne figurent pas dans ce registre.",
    },
    errors: places.map((index) => ({
      pointer: `/locationIds/${index}`,
      code: 'UNKNOWN_LOCATION',
      message: {
        nl: 'Deze locatie bestaat niet.',
        en: 'This location does not exist.',
        fr: "Ce lieu d'accueil n'existe pas.",
      },
    })),
  });

export const staleVersion = (): ProblemException =>
  new ProblemException(412, {
    code: 'STALE_VERSION',
    detail: {
      nl: 'Deze melding is intussen gewijzigd. Haal de huidige versie op en probeer opnieuw.',
      en: 'This melding has changed meanwhile. Get the present version and try again.',
      fr: 'Ce signalement a été modifié entre-temps. Demandez la version actuelle et essayez à nouveau.',
    },
  });

export const missingIfMatch = (): ProblemException =>
  new ProblemException(428, {
    code: 'IF_MATCH_REQUIRED',
    detail: {
      nl: 'Deze melding bestaat al. Zeg met If-Match welke versie je wil wijzigen.',
      en: 'This melding exists already. Say with If-Match which version to change.',
      fr: 'Ce signalement existe déjà. Indiquez avec If-Match quelle version vous voulez modifier.',
    },
  });
