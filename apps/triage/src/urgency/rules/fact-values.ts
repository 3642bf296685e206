import { SINGLE_ANSWER_KEYS, type SingleAnswerKey } from '#contracts';
import type { DecisionContext } from '../context.js';
import type { MeldingFacts } from '../facts.js';
import type { FactName } from '../policy/fact-names.js';

/** The values of a fact by the name that rules use; none for a fact that is not there. */
export type FactValues = (name: FactName) => readonly string[];

export function factValues(facts: MeldingFacts, context: DecisionContext): FactValues {
  const others: Record<Exclude<FactName, SingleAnswerKey>, readonly string[]> = {
    conductTypes: facts.answers.conductTypes,
    kind: [facts.kind],
    submitterType: [facts.submitterType],
    measures: measuresTaken(facts),
    advice: known(facts.inspectieAdvies?.advice),
    licenceState: known(context.location?.licenceState),
    enforcementState: known(context.location?.enforcementState),
  };
  return (name) => (isSingleAnswer(name) ? [facts.answers[name]] : others[name]);
}

function isSingleAnswer(name: FactName): name is SingleAnswerKey {
  return (SINGLE_ANSWER_KEYS as readonly string[]).includes(name);
}

/** Empty, `["NONE"]` and not told all mean no measure; domain.md 3.6.10. */
function measuresTaken({ personeelstekort }: MeldingFacts): readonly string[] {
  const taken = (personeelstekort?.measures ?? []).filter((measure) => measure !== 'NONE');
  return taken.length > 0 ? taken : ['NONE'];
}

function known(value: string | null | undefined): readonly string[] {
  return value === null || value === undefined ? [] : [value];
}
