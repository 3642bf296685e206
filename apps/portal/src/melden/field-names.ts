/** The form itself, for a button outside it. */
export const MELDING_FORM = 'meldformulier';
/** Names of controls that are not fields of the melding itself. */
export const SEND_KEY = 'verzendsleutel';
/** Set once the page has asked for answers that one may leave out: a second time they are not asked for. */
export const ASKED_BEFORE = 'nagevraagd';
export const ACTION = 'actie';
export const SEARCH_ACTION = 'zoek-opvang';

export const LOCATION_SEARCH = 'location.zoek';
/** Choices shown at the last search as `id|name`, so that a chosen one keeps its name on the next page. */
export const LOCATION_FOUND = 'location.gevonden';
export const LOCATION_ID = 'location.id';
export const LOCATION_DESCRIPTION = 'location.description';
export const LOCATION_MUNICIPALITY = 'location.municipality';

export const ADDRESS_PARTS = [
  { name: 'contact.address.street', label: 'Straat', autocomplete: 'address-line1', look: 'wide' },
  { name: 'contact.address.houseNumber', label: 'Nummer', autocomplete: 'off', look: 'short' },
  { name: 'contact.address.box', label: 'Bus', autocomplete: 'off', look: 'short' },
  { name: 'contact.address.postalCode', label: 'Postcode', autocomplete: 'postal-code', look: 'short' },
  { name: 'contact.address.municipality', label: 'Gemeente', autocomplete: 'address-level2', look: 'wide' },
] as const;

/** The control that an error about a field points to: some fields have several controls. */
export function controlOf(field: string): string {
  if (field === 'location' || field === LOCATION_ID || field === 'personeelstekort.locationIds')
    return LOCATION_SEARCH;
  if (field === 'contact') return 'contact.email';
  if (field === 'contact.address') return ADDRESS_PARTS[0].name;
  if (field === 'personeelstekort') return 'personeelstekort.measures';
  return field;
}
