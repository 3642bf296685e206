import type { HandlerRole } from '#contracts';
import type { Actor, Role } from '#platform';

/** One way in which a case can be somebody's business. */
export type VisibilityCriterion =
  | { readonly by: 'EVERYTHING' }
  | { readonly by: 'TEAM'; readonly team: string }
  | { readonly by: 'HANDLER_ROLE'; readonly handlerRole: HandlerRole }
  | { readonly by: 'ASSIGNEE'; readonly username: string }
  /** SPOC of the organisator of the location. */
  | { readonly by: 'SPOC'; readonly username: string };

/** Roles that may look into cases at all. A BEHEERDER runs the system and has no business with its content. */
export const CASE_READERS: readonly Role[] = [
  'KB_MC',
  'KB_KO',
  'TEAMCOORDINATOR',
  'JURIST',
  'KLACHTENBEHANDELAAR',
  'CRISISWACHT',
  'AUDITOR',
];

const CENTRAL_TEAM = 'CENTRAAL';
/** Duty sees all (domain.md 9.9); jurists advise on any case; auditors check any, each look being logged. */
const SEE_EVERYTHING: readonly Role[] = ['CRISISWACHT', 'JURIST', 'AUDITOR'];
/** The central pool of meldingen and communicatie serves all regions (domain.md 7.3). */
const SEE_EVERYTHING_FROM_CENTRAL: readonly Role[] = ['KB_MC', 'TEAMCOORDINATOR'];
const SEE_OWN_TEAM: readonly Role[] = ['KB_MC', 'KB_KO', 'TEAMCOORDINATOR'];

/** Which cases somebody sees: those that meet any of the criteria. None means none. docs/decisions/0201 */
export function visibilityOf({
  id,
  roles,
  teams,
}: Pick<Actor, 'id' | 'roles' | 'teams'>): VisibilityCriterion[] {
  if (!hasAny(roles, CASE_READERS)) return [];
  const central = teams.includes(CENTRAL_TEAM) && hasAny(roles, SEE_EVERYTHING_FROM_CENTRAL);
  if (central || hasAny(roles, SEE_EVERYTHING)) return [{ by: 'EVERYTHING' }];
  const criteria: VisibilityCriterion[] = [{ by: 'ASSIGNEE', username: id }];
  if (hasAny(roles, SEE_OWN_TEAM)) criteria.push(...teams.map((team) => ({ by: 'TEAM', team }) as const));
  if (roles.includes('KB_KO')) criteria.push({ by: 'SPOC', username: id });
  if (roles.includes('KB_MC')) {
    criteria.push({ by: 'HANDLER_ROLE', handlerRole: 'klantenbeheerder_meldingen_communicatie' });
  }
  if (roles.includes('KLACHTENBEHANDELAAR'))
    criteria.push({ by: 'HANDLER_ROLE', handlerRole: 'klachtenbehandelaar' });
  return criteria;
}

const hasAny = (roles: readonly Role[], wanted: readonly Role[]): boolean =>
  roles.some((role) => wanted.includes(role));
