import {
  CONDUCT_TYPES,
  FIELD_TEXTS_NL,
  fieldRules,
  IDENTITY_MODES,
  KIND_TEXTS_NL,
  labelNl,
  LABELS_NL,
  PERSONEELSTEKORT_MEASURES,
  PREFERRED_CHANNELS,
  PUBLIC_KINDS,
  REPORTED_TO,
  SINGLE_ANSWERS,
  SINGLE_ANSWER_KEYS,
  SUBMITTER_TYPES,
  THEMES,
  type Field,
  type LabelledCode,
} from '#contracts';

const SINGLE: Partial<Record<Field, [LabelledCode, readonly string[]]>> = {
  submitterType: ['submitterType', SUBMITTER_TYPES],
  identityMode: ['identityMode', IDENTITY_MODES],
  preferredChannel: ['preferredChannel', PREFERRED_CHANNELS],
  parentsInformed: ['parentsInformed', Object.keys(LABELS_NL.parentsInformed)],
};
const SEVERAL: Partial<Record<Field, [LabelledCode, readonly string[]]>> = {
  themes: ['theme', THEMES],
  'answers.conductTypes': ['conductTypes', CONDUCT_TYPES],
  'personeelstekort.measures': ['measure', PERSONEELSTEKORT_MEASURES],
  alreadyReportedTo: ['reportedTo', REPORTED_TO],
};
for (const key of SINGLE_ANSWER_KEYS) SINGLE[`answers.${key}` as Field] = [key, SINGLE_ANSWERS[key]];

const optionsOf = (field: Field): { value: string; label: string }[] | undefined => {
  const [list, values] = SINGLE[field] ?? SEVERAL[field] ?? [];
  return list === undefined || values === undefined
    ? undefined
    : values.map((value) => ({ value, label: labelNl(list, value) }));
};

/** The answer of `GET /api/v1/catalogue`, from the same source as intake's. */
export const catalogueAnswer = {
  kinds: PUBLIC_KINDS.map((kind) => ({
    kind,
    label: labelNl('kind', kind),
    when: KIND_TEXTS_NL[kind].when,
    fields: fieldRules(kind).map(({ field, rule }) => ({
      field,
      rule,
      ...FIELD_TEXTS_NL[field],
      multiple: field in SEVERAL,
      options: optionsOf(field),
    })),
  })),
};
