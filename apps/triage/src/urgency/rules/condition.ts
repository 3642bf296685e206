import type { Evidence } from '../decision.js';
import { CONTEXT_FACTS, type FactName } from '../policy/fact-names.js';
import type { Condition } from '../policy/urgency-policy.js';
import type { FactValues } from './fact-values.js';

/** The facts by which the first holding alternative holds, or null when none does. */
export function evidenceFor(when: readonly Condition[], values: FactValues): Evidence[] | null {
  for (const condition of when) {
    const evidence = evidenceOf(condition, values);
    if (evidence) return evidence;
  }
  return null;
}

function evidenceOf(condition: Condition, values: FactValues): Evidence[] | null {
  const evidence: Evidence[] = [];
  for (const [name, allowed] of Object.entries(condition) as [FactName, readonly string[]][]) {
    const matching = values(name).filter((value) => allowed.includes(value));
    const [first] = matching;
    if (first === undefined) return null;
    evidence.push(
      CONTEXT_FACTS.includes(name)
        ? { type: 'context', key: name, value: first }
        : { type: 'answer', key: name, value: name === 'conductTypes' ? matching : first },
    );
  }
  return evidence;
}
