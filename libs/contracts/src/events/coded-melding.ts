import { Type } from 'typebox';
import { CONDUCT_TYPES, SINGLE_ANSWERS } from '../codes/answers.js';
import { KINDS } from '../codes/kinds.js';
import { CHANNELS, IDENTITY_MODES, SUBMITTER_TYPES } from '../codes/submitters.js';
import { INSPECTIE_ADVICES, PERSONEELSTEKORT_MEASURES, THEMES } from '../codes/themes.js';
import { closed, code, day, moment, nullable, text, uuid, type Static } from './event-definition.js';

const answers = closed({
  immediateDanger: code(SINGLE_ANSWERS.immediateDanger),
  emergencyServicesCalled: code(SINGLE_ANSWERS.emergencyServicesCalled),
  injury: code(SINGLE_ANSWERS.injury),
  childAgeGroup: code(SINGLE_ANSWERS.childAgeGroup),
  allegedActor: code(SINGLE_ANSWERS.allegedActor),
  actorStillPresent: code(SINGLE_ANSWERS.actorStillPresent),
  unsupervised: code(SINGLE_ANSWERS.unsupervised),
  occupancyConcern: code(SINGLE_ANSWERS.occupancyConcern),
  sleepSafetyConcern: code(SINGLE_ANSWERS.sleepSafetyConcern),
  premisesConcern: code(SINGLE_ANSWERS.premisesConcern),
  ongoing: code(SINGLE_ANSWERS.ongoing),
  discussedWithOpvang: code(SINGLE_ANSWERS.discussedWithOpvang),
  conductTypes: Type.Array(code(CONDUCT_TYPES)),
});

/**
 * A melding as codes: all that may travel. No name, address, text or child data (contract.md 5); those stay
 * with intake and are fetched by id.
 */
export const CodedMelding = closed({
  meldingId: uuid(),
  reference: text(20),
  kind: code(KINDS),
  submitterType: code(SUBMITTER_TYPES),
  identityMode: code(IDENTITY_MODES),
  /** Keyed hash of the normalised mail address, else phone; null when anonymous (domain.md 3.6.3). */
  submitterKey: nullable(text(64)),
  channel: code(CHANNELS),
  language: text(20),
  receivedAt: moment(),
  factDate: nullable(day()),
  /** Known locations that it is about; more than one only for a personeelstekort. */
  locationIds: Type.Array(text(64), { maxItems: 200 }),
  /** The submitter described a location in words that nobody has matched yet. */
  locationDescribed: Type.Boolean(),
  answers,
  themes: Type.Array(code(THEMES)),
  personeelstekort: nullable(
    closed({
      measures: Type.Array(code(PERSONEELSTEKORT_MEASURES)),
      absentFte: nullable(Type.Number()),
      totalFte: nullable(Type.Number()),
      affectedPlaces: nullable(Type.Number()),
      expectedUntil: nullable(day()),
    }),
  ),
  inspectieAdvies: nullable(
    closed({ number: text(64), advice: code(INSPECTIE_ADVICES), inspectedOn: nullable(day()) }),
  ),
  /** Whether there is an address to acknowledge to; the address itself is fetched at sending time. */
  reachableBy: closed({ email: Type.Boolean(), phone: Type.Boolean() }),
  /** Only for KLACHT_*: whether name, address and facts are known (domain.md 3.5). */
  admissibilityComplete: nullable(Type.Boolean()),
});
export type CodedMelding = Static<typeof CodedMelding>;
