import {
  CONDUCT_TYPES,
  ENFORCEMENT_STATES,
  INSPECTIE_ADVICES,
  KINDS,
  LICENCE_STATES,
  PERSONEELSTEKORT_MEASURES,
  SINGLE_ANSWERS,
  SUBMITTER_TYPES,
} from '#contracts';

/** What a rule may ask about, with every value that it may name. */
export const FACT_VALUES = {
  kind: KINDS,
  submitterType: SUBMITTER_TYPES,
  ...SINGLE_ANSWERS,
  conductTypes: CONDUCT_TYPES,
  /** `NONE` stands for no measure at all, however that was sent (domain.md 3.6.10). */
  measures: PERSONEELSTEKORT_MEASURES,
  advice: INSPECTIE_ADVICES,
  licenceState: LICENCE_STATES,
  enforcementState: ENFORCEMENT_STATES,
} as const satisfies Record<string, readonly string[]>;

export type FactName = keyof typeof FACT_VALUES;

/** Facts about the location rather than about what the melder answered. */
export const CONTEXT_FACTS: readonly FactName[] = ['licenceState', 'enforcementState'];
