// Public face of the urgency policy (domain.md part 3): plain functions on plain data.
export type { DecisionContext, LocationState, OtherMelding } from './context.js';
export type { Decision, Evidence, Flag, Reason } from './decision.js';
export type { MeldingFacts, MeldingText, TextField } from './facts.js';
export { evaluate } from './evaluate.js';
export { triageFailed } from './triage-failed.js';
export { highestLevel, isHigher } from './levels.js';
export { otherMeldingFromReasons, reportsViolenceOrUnexplainedInjury } from './rules/independent-reports.js';
export { loadPolicies, type PolicyLibrary } from './policy/load-policies.js';
export type { UrgencyPolicy } from './policy/urgency-policy.js';
export { PolicyError } from './policy/policy-error.js';
