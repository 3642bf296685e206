import type { Kind } from '../codes/kinds.js';

/** A field of a melding as a path in the JSON body of `POST /api/v1/meldingen` (contract.md 3). */
export const FIELDS = [
  'submitterType',
  'identityMode',
  'contact.name',
  'contact.email',
  'contact.phone',
  'contact.address',
  'preferredChannel',
  'safeTimes',
  'location',
  'factDate',
  'answers.immediateDanger',
  'answers.emergencyServicesCalled',
  'description',
  'themes',
  'answers.injury',
  'answers.childAgeGroup',
  'answers.allegedActor',
  'answers.actorStillPresent',
  'answers.conductTypes',
  'answers.unsupervised',
  'answers.occupancyConcern',
  'answers.sleepSafetyConcern',
  'answers.premisesConcern',
  'answers.ongoing',
  'answers.discussedWithOpvang',
  'personeelstekort.measures',
  'personeelstekort.absentFte',
  'personeelstekort.totalFte',
  'personeelstekort.affectedPlaces',
  'personeelstekort.expectedUntil',
  'parentsInformed',
  'measuresTaken',
  'desiredOutcome',
  'alreadyReportedTo',
  'consentToShareIdentity',
] as const;
export type Field = (typeof FIELDS)[number];

/**
 * How a field is asked for one kind (domain.md 2.3):
 * `required` is refused when missing; `asked` is required by our own form, yet a melding without it is accepted,
 * because nothing that can be assessed is turned away (domain.md 3.2.6); `optional`; `forOrganisator` is asked
 * of the organiser only.
 */
export type FieldRule = 'required' | 'asked' | 'optional' | 'forOrganisator';
export type FieldRules = Partial<Record<Field, FieldRule>>;

const contact: FieldRules = {
  'contact.name': 'optional',
  'contact.email': 'optional',
  'contact.phone': 'optional',
};
const reach: FieldRules = { preferredChannel: 'optional', safeTimes: 'optional' };
const dangerQuestions = (rule: FieldRule): FieldRules => ({
  'answers.injury': rule,
  'answers.childAgeGroup': rule,
  'answers.allegedActor': rule,
  'answers.actorStillPresent': rule,
  'answers.conductTypes': 'optional',
  'answers.unsupervised': rule,
  'answers.occupancyConcern': rule,
  'answers.sleepSafetyConcern': rule,
  'answers.premisesConcern': rule,
  'answers.ongoing': rule,
});

const danger: FieldRules = {
  submitterType: 'required',
  identityMode: 'required',
  ...contact,
  'contact.address': 'optional',
  ...reach,
  location: 'required',
  factDate: 'asked',
  'answers.immediateDanger': 'required',
  'answers.emergencyServicesCalled': 'asked',
  description: 'required',
  themes: 'optional',
  ...dangerQuestions('asked'),
  'answers.discussedWithOpvang': 'optional',
  parentsInformed: 'forOrganisator',
  measuresTaken: 'forOrganisator',
  alreadyReportedTo: 'optional',
  consentToShareIdentity: 'optional',
};

const concern: FieldRules = {
  ...danger,
  factDate: 'optional',
  'answers.emergencyServicesCalled': 'optional',
  ...dangerQuestions('optional'),
  parentsInformed: 'optional',
  measuresTaken: 'optional',
  desiredOutcome: 'optional',
};

const klachtOpvang: FieldRules = {
  ...concern,
  'contact.name': 'asked',
  'contact.address': 'asked',
  factDate: 'asked',
};

const klachtDienstverlening: FieldRules = {
  submitterType: 'required',
  identityMode: 'required',
  'contact.name': 'asked',
  'contact.email': 'optional',
  'contact.phone': 'optional',
  'contact.address': 'asked',
  ...reach,
  factDate: 'asked',
  description: 'required',
  desiredOutcome: 'optional',
  alreadyReportedTo: 'optional',
};

const personeelstekort: FieldRules = {
  submitterType: 'required',
  identityMode: 'required',
  'contact.name': 'asked',
  'contact.email': 'optional',
  'contact.phone': 'optional',
  ...reach,
  location: 'required',
  factDate: 'asked',
  description: 'required',
  'answers.occupancyConcern': 'asked',
  'answers.ongoing': 'asked',
  'personeelstekort.measures': 'asked',
  'personeelstekort.absentFte': 'asked',
  'personeelstekort.totalFte': 'asked',
  'personeelstekort.affectedPlaces': 'asked',
  'personeelstekort.expectedUntil': 'asked',
  parentsInformed: 'asked',
};

const feedback: FieldRules = {
  submitterType: 'optional',
  identityMode: 'optional',
  ...contact,
  location: 'optional',
  description: 'required',
  desiredOutcome: 'optional',
};

const vraag: FieldRules = {
  submitterType: 'optional',
  identityMode: 'optional',
  ...contact,
  ...reach,
  location: 'optional',
  description: 'required',
};

const RULES: Record<Kind, FieldRules> = {
  CRISIS: danger,
  GEVAARSITUATIE: danger,
  MELDING: concern,
  SIGNAAL: concern,
  KLACHT_OPVANG: klachtOpvang,
  KLACHT_DIENSTVERLENING: klachtDienstverlening,
  PERSONEELSTEKORT: personeelstekort,
  FEEDBACK: feedback,
  VRAAG: vraag,
  VRAAG_HANDHAVING: { ...vraag, location: 'asked' },
  VRAAG_OVERZICHT: { ...vraag, location: 'asked' },
  INSPECTIE_ADVIES: {
    submitterType: 'optional',
    identityMode: 'optional',
    location: 'required',
    factDate: 'optional',
    description: 'required',
    themes: 'optional',
  },
};

/** Which fields a kind shows, and how; in the order of `FIELDS`. A field that is not listed is not shown. */
export const fieldRules = (kind: Kind): readonly ShownField[] => SHOWN[kind];

/** Without which a melding of this kind is refused. */
export const requiredFields = (kind: Kind): readonly Field[] => REQUIRED[kind];

export interface ShownField {
  field: Field;
  rule: FieldRule;
}

const shown = (rules: FieldRules): readonly ShownField[] =>
  FIELDS.flatMap((field) => {
    const rule = rules[field];
    return rule === undefined ? [] : [{ field, rule }];
  });

const SHOWN = Object.fromEntries(
  Object.entries(RULES).map(([kind, rules]) => [kind, shown(rules)]),
) as Record<Kind, readonly ShownField[]>;

const requiredOf = (fields: readonly ShownField[]): readonly Field[] =>
  fields.filter(({ rule }) => rule === 'required').map(({ field }) => field);

const REQUIRED = Object.fromEntries(
  Object.entries(SHOWN).map(([kind, fields]) => [kind, requiredOf(fields)]),
) as Record<Kind, readonly Field[]>;

/** Kinds for which a melder who is not anonymous gives a mail address or a phone number (domain.md 2.3). */
export const CONTACT_REQUIRED_KINDS: readonly Kind[] = [
  'CRISIS',
  'GEVAARSITUATIE',
  'MELDING',
  'SIGNAAL',
  'PERSONEELSTEKORT',
  'VRAAG',
  'VRAAG_HANDHAVING',
  'VRAAG_OVERZICHT',
];
