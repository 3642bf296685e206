import type { DecisionContext } from '../context.js';
import type { MeldingFacts } from '../facts.js';
import type { FactName } from '../policy/fact-names.js';

export type FactValues = Readonly<Record<FactName, readonly string[]>>;

/** The facts by the names that rules use; a fact that is not there has no values, so no rule takes it as safe. */
export function factValues(facts: MeldingFacts, context: DecisionContext): FactValues {
  const { conductTypes, ...single } = facts.answers;
  const answers = Object.fromEntries(Object.entries(single).map(([key, value]) => [key, [value]])) as Record<
    keyof typeof single,
    readonly string[]
  >;
  return {
    ...answers,
    conductTypes,
    kind: [facts.kind],
    submitterType: [facts.submitterType],
    measures: measuresTaken(facts),
    advice: known(facts.inspectieAdvies?.advice),
    licenceState: known(context.location?.licenceState),
    enforcementState: known(context.location?.enforcementState),
  };
}

/** Empty, `["NONE"]` and not told all mean no measure; domain.md 3.6.10. */
function measuresTaken({ personeelstekort }: MeldingFacts): readonly string[] {
  const taken = (personeelstekort?.measures ?? []).filter((measure) => measure !== 'NONE');
  return taken.length > 0 ? taken : ['NONE'];
}

function known(value: string | null | undefined): readonly string[] {
  return value === null || value === undefined ? [] : [value];
}
