const YES_NO_UNKNOWN = ['yes', 'no', 'unknown'] as const;

/** Allowed values of the triage questions with one answer; domain.md 3.3 and 3.6.13. */
export const SINGLE_ANSWERS = {
  immediateDanger: YES_NO_UNKNOWN,
  emergencyServicesCalled: YES_NO_UNKNOWN,
  injury: ['none', 'minor_explained', 'unexplained', 'medical_care', 'life_threatening', 'death', 'unknown'],
  childAgeGroup: ['under_12m', '12_36m', 'over_36m', 'multiple', 'unknown'],
  allegedActor: [
    'none',
    'kinderbegeleider',
    'onthaalouder',
    'verantwoordelijke',
    'organisator',
    'ander_kind',
    'andere_persoon',
    'unknown',
  ],
  actorStillPresent: ['yes', 'no', 'not_applicable', 'unknown'],
  unsupervised: YES_NO_UNKNOWN,
  occupancyConcern: ['none', 'over_capacity', 'too_few_staff', 'unknown'],
  sleepSafetyConcern: YES_NO_UNKNOWN,
  premisesConcern: ['none', 'fire_gas_co', 'structural', 'hygiene', 'food', 'outdoor', 'unknown'],
  ongoing: ['once', 'repeated', 'continuing', 'unknown'],
  discussedWithOpvang: ['yes', 'no', 'afraid', 'unknown'],
} as const satisfies Record<string, readonly string[]>;

/** Allowed values of `conductTypes`, the one question with several answers; domain.md 3.6.13. */
export const CONDUCT_TYPES = [
  'hitting_shaking',
  'sexual',
  'rough_handling',
  'force_feeding',
  'isolation_restraint',
  'neglect',
  'medication',
  'verbal',
] as const;
export type ConductType = (typeof CONDUCT_TYPES)[number];

export type SingleAnswerKey = keyof typeof SINGLE_ANSWERS;
export const SINGLE_ANSWER_KEYS = Object.keys(SINGLE_ANSWERS) as SingleAnswerKey[];

/** The answers of one melding, complete: what was not answered is `unknown`, never "no" (contract.md 3). */
export type Answers = { [K in SingleAnswerKey]: (typeof SINGLE_ANSWERS)[K][number] } & {
  conductTypes: ConductType[];
};

const UNANSWERED = Object.fromEntries(SINGLE_ANSWER_KEYS.map((key) => [key, 'unknown']));

/** Fills in `unknown` for every question that was not answered; domain.md 3.2.2. */
export const completeAnswers = (given: Partial<Answers>): Answers =>
  ({ conductTypes: [], ...UNANSWERED, ...given }) as Answers;
