import type { DecisionContext } from './context.js';
import type { Decision } from './decision.js';
import type { MeldingFacts } from './facts.js';
import { flagsOf } from './flags.js';
import { highestLevel } from './levels.js';
import type { UrgencyPolicy } from './policy/urgency-policy.js';
import { raisingRules } from './rules/context-rules.js';
import { factValues } from './rules/fact-values.js';
import { firedRules } from './rules/structured-rules.js';
import { textSignals } from './text/text-signals.js';

/**
 * Judges the urgency of a melding (domain.md part 3). Pure: the same facts, context and policy always give the
 * same decision. Call it once without text to decide at once, and again with the text to complete the decision;
 * whoever stores decisions never lowers a level because a later call gave a lower one (domain.md 3.2.3).
 */
export function evaluate(facts: MeldingFacts, context: DecisionContext, policy: UrgencyPolicy): Decision {
  const values = factValues(facts, context);
  const kindRules = firedRules(policy.kindRules, facts, context, values);
  const structured = firedRules(policy.structuredRules, facts, context, values);
  const signals = textSignals(facts, values, policy);
  const told = [...kindRules, ...structured, ...signals];
  const level = highestLevel(told.map(({ floor }) => floor));
  const raising = raisingRules(policy.contextRules, level, facts, context, policy.clocks.office.zone);
  const fired = [...told, ...raising];
  return {
    level: highestLevel(fired.map(({ floor }) => floor)),
    reasons: fired.map(({ reason }) => reason),
    flags: flagsOf(facts, structured, signals, policy),
    policyVersion: policy.version,
    complete: facts.text !== null,
  };
}
