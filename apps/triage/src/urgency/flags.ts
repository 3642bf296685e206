import type { Flag } from './decision.js';
import type { MeldingFacts } from './facts.js';
import { primaryLanguage } from './language.js';
import { isHigher } from './levels.js';
import type { UrgencyPolicy } from './policy/urgency-policy.js';
import type { FiredRule } from './rules/fired-rule.js';

/** The flags that ask a person for something; domain.md 3.2.5, 3.4 and 3.6.5. */
export function flagsOf(
  facts: MeldingFacts,
  structured: readonly FiredRule[],
  signals: readonly FiredRule[],
  policy: UrgencyPolicy,
): Flag[] {
  const flags: Flag[] = [];
  if (contradicts(structured, signals, policy)) flags.push('F-CONTRADICTION');
  if (!hasWordList(facts.language, policy)) flags.push('F-LANGUAGE');
  return flags;
}

/** The text tells of danger and no danger question was answered that way; domain.md 3.2.5. */
function contradicts(
  structured: readonly FiredRule[],
  signals: readonly FiredRule[],
  { contradiction }: UrgencyPolicy,
): boolean {
  const signalled = signals.some(({ floor }) => !isHigher(contradiction.from, floor));
  const answered = structured.some(({ reason }) => contradiction.answeredBy.includes(reason.code));
  return signalled && !answered;
}

/** A form that sends no language is the Dutch one. */
function hasWordList(language: string | null, policy: UrgencyPolicy): boolean {
  const primary = primaryLanguage(language);
  return primary === null || policy.languages.includes(primary);
}
