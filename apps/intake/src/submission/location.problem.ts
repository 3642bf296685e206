import { InvalidInputException, type FieldError, type LocalText } from '#platform';
import type { MeldingInput } from './melding-input.js';
import type { UnknownLocationError } from './unknown-location.error.js';

const TEXT: LocalText = {
  nl: 'Deze opvang kennen we niet. Zoek ze opnieuw, of beschrijf ze met je eigen woorden.',
  en: 'This location is unknown. Search again, or describe it in your own words.',
  fr: "Nous ne connaissons pas ce lieu d'accueil. Cherchez à nouveau, ou décrivez-le avec vos propres mots.",
};

/** Points at each place in the body where a location was named that nobody knows. */
export function unknownLocation(
  input: MeldingInput,
  { unknownIds }: UnknownLocationError,
): InvalidInputException {
  const isUnknown = (id: string | undefined): boolean => id !== undefined && unknownIds.includes(id);
  const pointers = [
    ...(isUnknown(input.location?.id) ? ['/location/id'] : []),
    ...(input.personeelstekort?.locationIds ?? []).flatMap((id, index) =>
      isUnknown(id) ? [`/personeelstekort/locationIds/${index}`] : [],
    ),
  ];
  return new InvalidInputException((language) =>
    pointers.map((pointer): FieldError => ({ pointer, code: 'UNKNOWN_LOCATION', message: TEXT[language] })),
  );
}
