import { Matches } from 'class-validator';
import { inWords } from '#platform';
import { OneLine, FreeText } from './text-input.decorators.js';

/**
 * Form of the ids of locations. An unknown id is refused by the database, and what was written before stays readable
 * in its files: words about people may not get that far.
 */
export const LOCATION_ID = /^[A-Z]{1,4}-?\d{1,12}$/;
export const UNKNOWN_FORM = inWords({
  nl: 'Deze opvang kennen we niet. Kies een andere, of beschrijf ze met je eigen woorden.',
  en: 'This location is unknown. Choose another one, or describe it in your own words.',
  fr: "Nous ne connaissons pas ce lieu d'accueil. Choisissez-en un autre, ou décrivez-le avec vos propres mots.",
});

/** A known location by id, or one in the melder's own words when it cannot be found (contract.md 3). */
export class LocationReferenceDto {
  @OneLine({ max: 64, example: 'L02', description: 'id from GET /api/v1/locations' })
  @Matches(LOCATION_ID, UNKNOWN_FORM)
  id?: string;

  @FreeText({ max: 1000, example: 'De crèche naast de bibliotheek, met het groene hek' })
  description?: string;

  @OneLine({ max: 100, example: 'Verzinbeke' })
  municipality?: string;
}
