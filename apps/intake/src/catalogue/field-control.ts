import type { Field, LabelledCode } from '#contracts';

/** What kind of control asks a field, as far as JSON and HTML forms share it. */
export type Control =
  | { control: 'CHOICE'; list: LabelledCode; multiple: boolean }
  | { control: 'TEXT' | 'EMAIL' | 'PHONE' | 'LONG_TEXT'; maxLength: number; minLength?: number }
  | { control: 'NUMBER' | 'DATE' | 'DATE_TIME' | 'YES_NO' }
  | { control: 'GROUP'; parts: { name: string; label: string; maxLength: number }[] };

const one = (list: LabelledCode): Control => ({ control: 'CHOICE', list, multiple: false });
const several = (list: LabelledCode): Control => ({ control: 'CHOICE', list, multiple: true });

export const CONTROLS: Record<Field, Control> = {
  submitterType: one('submitterType'),
  identityMode: one('identityMode'),
  'contact.name': { control: 'TEXT', maxLength: 200 },
  'contact.email': { control: 'EMAIL', maxLength: 254 },
  'contact.phone': { control: 'PHONE', maxLength: 40 },
  'contact.address': {
    control: 'GROUP',
    parts: [
      { name: 'contact.address.street', label: 'Straat', maxLength: 200 },
      { name: 'contact.address.houseNumber', label: 'Huisnummer', maxLength: 20 },
      { name: 'contact.address.box', label: 'Bus', maxLength: 20 },
      { name: 'contact.address.postalCode', label: 'Postcode', maxLength: 20 },
      { name: 'contact.address.municipality', label: 'Gemeente', maxLength: 100 },
    ],
  },
  preferredChannel: one('preferredChannel'),
  safeTimes: { control: 'TEXT', maxLength: 500 },
  location: {
    control: 'GROUP',
    parts: [
      { name: 'location.id', label: 'Opvang uit de lijst', maxLength: 64 },
      { name: 'location.description', label: 'Naam of beschrijving van de opvang', maxLength: 1000 },
      { name: 'location.municipality', label: 'Gemeente van de opvang', maxLength: 100 },
    ],
  },
  factDate: { control: 'DATE_TIME' },
  'answers.immediateDanger': one('immediateDanger'),
  'answers.emergencyServicesCalled': one('emergencyServicesCalled'),
  description: { control: 'LONG_TEXT', minLength: 20, maxLength: 8000 },
  themes: several('theme'),
  'answers.injury': one('injury'),
  'answers.childAgeGroup': one('childAgeGroup'),
  'answers.allegedActor': one('allegedActor'),
  'answers.actorStillPresent': one('actorStillPresent'),
  'answers.conductTypes': several('conductTypes'),
  'answers.unsupervised': one('unsupervised'),
  'answers.occupancyConcern': one('occupancyConcern'),
  'answers.sleepSafetyConcern': one('sleepSafetyConcern'),
  'answers.premisesConcern': one('premisesConcern'),
  'answers.ongoing': one('ongoing'),
  'answers.discussedWithOpvang': one('discussedWithOpvang'),
  'personeelstekort.measures': several('measure'),
  'personeelstekort.absentFte': { control: 'NUMBER' },
  'personeelstekort.totalFte': { control: 'NUMBER' },
  'personeelstekort.affectedPlaces': { control: 'NUMBER' },
  'personeelstekort.expectedUntil': { control: 'DATE' },
  parentsInformed: one('parentsInformed'),
  measuresTaken: { control: 'LONG_TEXT', maxLength: 4000 },
  desiredOutcome: { control: 'LONG_TEXT', maxLength: 4000 },
  alreadyReportedTo: several('reportedTo'),
  consentToShareIdentity: { control: 'YES_NO' },
};
