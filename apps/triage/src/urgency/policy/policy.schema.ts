import { KINDS, HANDLER_ROLES, IDENTITY_MODES, LEVELS, SUBMITTER_TYPES, TEAMS } from '#contracts';
import { FACT_VALUES } from './fact-names.js';

const text = { type: 'string', minLength: 1 };
const level = { enum: LEVELS };
const list = (items: object, minItems = 0): object => ({ type: 'array', items, minItems, uniqueItems: true });
const closed = (properties: Record<string, object>, optional: readonly string[] = []): object => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
});

const condition = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: Object.fromEntries(
    Object.entries(FACT_VALUES).map(([name, values]) => [name, list({ enum: values }, 1)]),
  ),
};
const when = list(condition, 1);
const ruleCode = { type: 'string', pattern: '^(R-[CHNL]|B-)\\d+$' };
const head = { code: ruleCode, floor: level, text };
const days = { type: 'integer', minimum: 1 };

const answerRule = closed({ ...head, when });
const independentRule = closed({ ...head, independentReports: closed({ withinDays: days }) });
const signal = closed(
  {
    code: { type: 'string', pattern: '^TXT-[A-Z]+$' },
    floor: level,
    text,
    raised: closed({ floor: level, when }),
    floorNow: level,
  },
  ['raised', 'floorNow'],
);

const raising = { code: ruleCode, text };
const kinds = list({ enum: KINDS }, 1);
const contextRules = closed({
  kinds,
  limit: level,
  repeatedReports: closed({ ...raising, submitters: days, withinDays: days }),
  handhaving: closed({ ...raising, inactiveStates: list(text), monthsAfterSchorsing: days }),
  risk: closed({ ...raising, bands: list(text, 1) }),
});

const count = { type: 'integer', minimum: 1 };
const term = {
  oneOf: [
    closed({ minutes: count, minutesOutsideOffice: count }),
    closed({ hours: count }),
    closed({ officeHours: count, neverLaterThanHours: count }),
    closed({ workingDays: count }),
    closed({ calendarDays: count }),
  ],
};
const step = { enum: ['PICK_UP', 'FIRST_DECISION', 'TERUGKOPPELING', 'ACKNOWLEDGEMENT', 'ANSWER'] };
const clock = closed({
  code: { enum: ['CRISIS', 'HIGH_24H', 'NORMAL', 'LOW', 'ACK_10D', 'ANSWER_45D'] },
  decisiveStep: step,
  steps: list(closed({ step, term }), 1),
});
const time = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };
const monthDay = { type: 'string', pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' };
const clocks = closed({
  office: closed({
    zone: text,
    opensAt: time,
    closesAt: time,
    holidaysOf: text,
    closures: list(closed({ from: monthDay, to: monthDay })),
  }),
  byLevel: closed(Object.fromEntries(LEVELS.map((name) => [name, clock]))),
  byKind: list(closed({ kinds, clocks: list(clock, 1) })),
});

const routing = closed({
  teamByProvince: { type: 'object', additionalProperties: { enum: TEAMS } },
  defaultTeam: { enum: TEAMS },
  generalKinds: list({ enum: KINDS }),
  handlerRules: list(
    closed(
      {
        kinds,
        submitterTypes: list({ enum: SUBMITTER_TYPES }, 1),
        identityModes: list({ enum: IDENTITY_MODES }, 1),
        handlerRole: { enum: HANDLER_ROLES },
      },
      ['kinds', 'submitterTypes', 'identityModes'],
    ),
    1,
  ),
});

/** JSON Schema of a policy file; what it cannot say is checked in `policy-faults.ts`. */
export const POLICY_SCHEMA = closed({
  version: { type: 'string', pattern: '^\\d{4}\\.\\d+$' },
  approvedBy: list(text, 2),
  approvedOn: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  signalLists: list({ type: 'string', pattern: '^[a-z0-9.-]+\\.yaml$' }, 1),
  kindRules: list(answerRule, 1),
  structuredRules: list({ oneOf: [answerRule, independentRule] }, 1),
  signals: list(signal, 1),
  contextRules,
  contradiction: closed({ from: level, answeredBy: list(ruleCode, 1) }),
  clocks,
  routing,
});

const phrases = list(text);
const wordListGroup = closed({
  code: { type: 'string', pattern: '^TXT-[A-Z]+$' },
  phrases,
  ownNegation: phrases,
  ownNegationUndone: phrases,
  falseFriends: phrases,
});

/** JSON Schema of the word list of one language. */
export const WORD_LIST_SCHEMA = closed({
  language: { type: 'string', pattern: '^[a-z]{2}$' },
  classes: { type: 'object', additionalProperties: list(text, 1) },
  negation: closed({
    words: list(text, 1),
    window: count,
    stopAt: phrases,
    passComma: phrases,
    notNegating: phrases,
  }),
  now: closed({ signs: phrases, notNow: phrases, past: phrases, clauseBreakers: phrases }),
  groups: list(wordListGroup, 1),
  lookalikes: list({ type: 'string', pattern: '^[a-z0-9.-]+\\.txt$' }),
});
