import type { Answers, Kind } from '#contracts';
import type { DecisionContext, OtherMelding } from '../context.js';
import type { Evidence } from '../decision.js';
import type { MeldingFacts } from '../facts.js';
import type { IndependentReportsRule } from '../policy/urgency-policy.js';
import { bySubmitter } from './submitters.js';

/** "Violence" is what the answers say, `hitting_shaking` or `sexual`; domain.md 3.6.3. */
export function reportsViolenceOrUnexplainedInjury(answers: Answers): boolean {
  return (
    answers.injury === 'unexplained' ||
    answers.conductTypes.some((conduct) => conduct === 'hitting_shaking' || conduct === 'sexual')
  );
}

/**
 * Codes that violence or an unexplained injury may lie behind. R-H2 also covers medical care, R-H3 also other
 * conduct, R-C9 both: from codes alone that cannot be told apart, so the worse reading counts (domain.md 3.2.2).
 */
const MAY_MEAN_VIOLENCE: readonly string[] = ['R-C4', 'R-C8', 'R-C9', 'R-H2', 'R-H3'];

/** Another melding of which only the reason codes are known, as in a dry run (contract.md 4). */
export function otherMeldingFromReasons(other: {
  kind: Kind;
  submitterKey: string | null;
  hoursAgo: number;
  reasons: readonly string[];
}): OtherMelding {
  const { kind, submitterKey, hoursAgo, reasons } = other;
  const violenceOrUnexplainedInjury = reasons.some((code) => MAY_MEAN_VIOLENCE.includes(code));
  return { kind, submitterKey, hoursAgo, violenceOrUnexplainedInjury };
}

/** R-C8: somebody else reported it too, at most so many days before or after; domain.md 3.3, 3.6.3. */
export function independentReports(
  rule: IndependentReportsRule,
  facts: MeldingFacts,
  context: DecisionContext,
): Evidence[] | null {
  if (!reportsViolenceOrUnexplainedInjury(facts.answers)) return null;
  const hours = rule.independentReports.withinDays * 24;
  const others = bySubmitter(
    context,
    context.otherMeldingen.filter(
      (other) => other.violenceOrUnexplainedInjury && Math.abs(other.hoursAgo) <= hours,
    ),
  );
  return others.length > 0 ? [{ type: 'context', key: 'independentReports', value: others.length }] : null;
}
