import type { DecisionContext } from '../context.js';
import type { MeldingFacts } from '../facts.js';
import type { StructuredRule } from '../policy/urgency-policy.js';
import { evidenceFor } from './condition.js';
import type { FactValues } from './fact-values.js';
import type { FiredRule } from './fired-rule.js';
import { independentReports } from './independent-reports.js';

/**
 * Every rule whose condition holds, in the order of the policy (domain.md 3.3). A code may stand there more than
 * once, strictest first; it is listed once.
 */
export function firedRules(
  rules: readonly StructuredRule[],
  facts: MeldingFacts,
  context: DecisionContext,
  values: FactValues,
): FiredRule[] {
  const fired = new Map<string, FiredRule>();
  for (const rule of rules) {
    if (fired.has(rule.code)) continue;
    const evidence =
      'when' in rule ? evidenceFor(rule.when, values) : independentReports(rule, facts, context);
    if (!evidence) continue;
    fired.set(rule.code, { reason: { code: rule.code, text: rule.text, evidence }, floor: rule.floor });
  }
  return [...fired.values()];
}
