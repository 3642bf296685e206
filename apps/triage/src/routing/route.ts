import type { HandlerRole, IdentityMode, Kind, Level, Queue, SubmitterType, Team } from '#contracts';
import type { HandlerRule, RoutingRules } from './routing-rules.js';

export interface RouteFacts {
  readonly kind: Kind;
  readonly submitterType: SubmitterType;
  readonly identityMode: IdentityMode;
  readonly level: Level;
  readonly flags: readonly string[];
  /** True for a location of the register; false for none, and for one only described in words. */
  readonly locationKnown: boolean;
  readonly province: string | null;
}

export interface Route {
  readonly queue: Queue;
  readonly team: Team;
  readonly handlerRole: HandlerRole;
}

/** Where a melding goes and which function handles it; domain.md 2.1, 3.2.8, 3.6.12 and 7.3. */
export function route(facts: RouteFacts, rules: RoutingRules): Route {
  return { queue: queueOf(facts, rules), team: teamOf(facts, rules), handlerRole: handlerOf(facts, rules) };
}

function queueOf(facts: RouteFacts, rules: RoutingRules): Queue {
  if (facts.level === 'CRISIS' || facts.flags.includes('F-TRIAGE_FAILED')) return 'CRISISWACHT';
  if (rules.generalKinds.includes(facts.kind) || !facts.locationKnown) return 'ALGEMEEN';
  return 'REGIOTEAM';
}

function teamOf(facts: RouteFacts, rules: RoutingRules): Team {
  if (rules.generalKinds.includes(facts.kind) || facts.province === null) return rules.defaultTeam;
  return rules.teamByProvince[facts.province] ?? rules.defaultTeam;
}

function handlerOf(facts: RouteFacts, rules: RoutingRules): HandlerRole {
  const rule = rules.handlerRules.find((candidate) => applies(candidate, facts));
  if (!rule) throw new Error('The routing rules have no last rule that always applies');
  return rule.handlerRole;
}

function applies(rule: HandlerRule, facts: RouteFacts): boolean {
  return (
    (rule.kinds?.includes(facts.kind) ?? true) &&
    (rule.submitterTypes?.includes(facts.submitterType) ?? true) &&
    (rule.identityModes?.includes(facts.identityMode) ?? true)
  );
}
