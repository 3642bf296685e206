import type { Level } from '#contracts';
import { DateTime } from 'luxon';
import type { DecisionContext } from '../context.js';
import type { Evidence } from '../decision.js';
import type { MeldingFacts } from '../facts.js';
import { isHigher, oneMore } from '../levels.js';
import type { ContextRules } from '../policy/urgency-policy.js';
import type { FiredRule } from './fired-rule.js';
import { bySubmitter } from './submitters.js';

/**
 * B-1, B-2 and B-3, for safety kinds. Each is held against the level that all other rules gave; it is listed when
 * it raises that level by itself, so two that both raise are both shown (domain.md 3.3, 3.6.2).
 */
export function raisingRules(
  rules: ContextRules,
  level: Level,
  facts: MeldingFacts,
  context: DecisionContext,
  zone: string,
): FiredRule[] {
  const floor = oneMore(level, rules.limit);
  if (!rules.kinds.includes(facts.kind) || !isHigher(floor, level)) return [];
  const found: [{ code: string; text: string }, Evidence | null][] = [
    [rules.repeatedReports, repeatedReports(rules, context)],
    [rules.handhaving, handhaving(rules, facts.receivedAt, context, zone)],
    [rules.risk, risk(rules, context)],
  ];
  return found.flatMap(([{ code, text }, evidence]) =>
    evidence ? [{ floor, reason: { code, text, evidence: [evidence] } }] : [],
  );
}

function repeatedReports(rules: ContextRules, context: DecisionContext): Evidence | null {
  const { submitters, withinDays } = rules.repeatedReports;
  const earlier = context.otherMeldingen.filter(
    ({ kind, hoursAgo }) => rules.kinds.includes(kind) && hoursAgo >= 0 && hoursAgo <= withinDays * 24,
  );
  const others = bySubmitter(context, earlier).length;
  return others >= submitters ? { type: 'context', key: 'otherSubmitters', value: others } : null;
}

function handhaving(
  rules: ContextRules,
  receivedAt: Date,
  { location }: DecisionContext,
  zone: string,
): Evidence | null {
  const { inactiveStates, monthsAfterSchorsing } = rules.handhaving;
  const state = location?.enforcementState;
  if (state && !inactiveStates.includes(state)) {
    return { type: 'context', key: 'enforcementState', value: state };
  }
  const ended = location?.schorsingEndedOn;
  if (!ended) return null;
  const until = DateTime.fromISO(ended, { zone }).plus({ months: monthsAfterSchorsing });
  const today = DateTime.fromJSDate(receivedAt, { zone }).startOf('day');
  return today < until ? { type: 'context', key: 'schorsingEndedOn', value: ended } : null;
}

function risk(rules: ContextRules, { location }: DecisionContext): Evidence | null {
  const band = location?.riskBand;
  return band && rules.risk.bands.includes(band) ? { type: 'context', key: 'riskBand', value: band } : null;
}
