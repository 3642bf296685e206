import {
  CLOSED_STATUSES,
  type CaseStatus,
  type HandlerRole,
  type Level,
  type Queue,
  type Team,
} from '#contracts';
import type { Role } from '#platform';
import type { CaseAction } from './case-action.js';

/** A person as far as handling goes: from the token for who acts, from the directory for who is assigned. */
export interface Person {
  readonly username: string;
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
}

/** The part of a case that says who may do what. */
export interface HandledCase {
  readonly level: Level;
  readonly status: CaseStatus;
  readonly queue: Queue;
  readonly team: Team;
  readonly handlerRole: HandlerRole;
  readonly assignee: string | null;
  /** SPOC of the organisator of the location. */
  readonly spoc: string | null;
  readonly crisisAcknowledgedAt: Date | null;
}

const ROLE_FOR: Record<HandlerRole, Role> = {
  klantenbeheerder_kinderopvang: 'KB_KO',
  klantenbeheerder_meldingen_communicatie: 'KB_MC',
  klachtenbehandelaar: 'KLACHTENBEHANDELAAR',
};
/** A crisis never waits for the right function or team (domain.md 7.2.5, 3.1). */
const CRISIS_HANDLERS: readonly Role[] = ['KB_MC', 'KB_KO', 'TEAMCOORDINATOR', 'CRISISWACHT'];
/** Roles that may do anything at all with a case; a JURIST and an AUDITOR only read (docs/decisions/0201). */
export const CASE_WORKERS: readonly Role[] = [
  'KB_MC',
  'KB_KO',
  'TEAMCOORDINATOR',
  'KLACHTENBEHANDELAAR',
  'CRISISWACHT',
];
export const NOT_STARTED: readonly CaseStatus[] = ['TRIAGED', 'ASSIGNED', 'REOPENED'];

const hasAny = (person: Person, roles: readonly Role[]): boolean =>
  roles.some((role) => person.roles.includes(role));

/** What lands in the queue of duty is for duty, also when it is no crisis but could not be judged (domain.md 3.2.8). */
const isForDuty = (person: Person, theCase: HandledCase): boolean =>
  theCase.queue === 'CRISISWACHT' && person.roles.includes('CRISISWACHT');

/**
 * Whether somebody can handle a case (domain.md 3.6.12, 7.3): the function fits, and for a KB_KO the team or the
 * organisator. KB_MC and klachtenbehandelaars are pools without a region.
 */
export function canHandle(person: Person, theCase: HandledCase): boolean {
  if (theCase.level === 'CRISIS' && hasAny(person, CRISIS_HANDLERS)) return true;
  if (isForDuty(person, theCase)) return true;
  const role = ROLE_FOR[theCase.handlerRole];
  if (!person.roles.includes(role)) return false;
  return role !== 'KB_KO' || person.teams.includes(theCase.team) || person.username === theCase.spoc;
}

/** Whether somebody may hand a case to others: the coordinator of its team, the central one, or duty. */
export function canAssignOthers(person: Person, theCase: HandledCase): boolean {
  if (isForDuty(person, theCase)) return true;
  const leads = person.teams.includes(theCase.team) || person.teams.includes('CENTRAAL');
  return person.roles.includes('TEAMCOORDINATOR') && leads;
}

/** Raising needs one person (domain.md 3.2.3), of those who handle cases. */
export const canRaise = (person: Person): boolean => hasAny(person, CASE_WORKERS);

/** Taking up a case, or, when it became a crisis while in hand, confirming that somebody is on it. */
function canStart(person: Person, theCase: HandledCase): boolean {
  const open = NOT_STARTED.includes(theCase.status) || awaitsAcknowledgement(theCase);
  const free = theCase.assignee === null || theCase.assignee === person.username;
  return open && free && canHandle(person, theCase);
}

export const awaitsAcknowledgement = ({ level, crisisAcknowledgedAt }: HandledCase): boolean =>
  level === 'CRISIS' && crisisAcknowledgedAt === null;

/** What this person can do with this case now. The case is one that the person sees. */
export function allowedActions(person: Person, theCase: HandledCase): CaseAction[] {
  if (CLOSED_STATUSES.includes(theCase.status)) return [];
  const actions: CaseAction[] = [];
  const takes = theCase.assignee === null && canHandle(person, theCase);
  if (takes || canAssignOthers(person, theCase)) actions.push('assign');
  if (canStart(person, theCase)) actions.push('start');
  if (theCase.level !== 'CRISIS' && canRaise(person)) actions.push('raise');
  return actions;
}
