import type { HandlerRole, Team } from '#contracts';
import type { Actor, Role } from '#platform';

/** Where a melding is, as far as it decides who may see it. */
export interface Whereabouts {
  team: Team | null;
  handlerRole: HandlerRole | null;
  assignee: string | null;
  enteredBy: string | null;
  /** SPOCs of the organisatoren of the locations it is about. */
  spocs: string[];
}

type Reader = Pick<Actor, 'id' | 'roles' | 'teams'>;

const CENTRAL_TEAM: Team = 'CENTRAAL';
/** Duty sees all (domain.md 9.9); jurists advise on any melding. */
const SEE_ALL: readonly Role[] = ['CRISISWACHT', 'JURIST'];
/** The central pool of meldingen and communicatie serves all regions (domain.md 7.3). */
const SEE_ALL_FROM_CENTRAL: readonly Role[] = ['KB_MC', 'TEAMCOORDINATOR'];
const SEE_OWN_TEAM: readonly Role[] = ['KB_MC', 'KB_KO', 'TEAMCOORDINATOR'];
const HANDLES: Partial<Record<Role, HandlerRole>> = {
  KB_MC: 'klantenbeheerder_meldingen_communicatie',
  KLACHTENBEHANDELAAR: 'klachtenbehandelaar',
};

const hasAny = (reader: Reader, roles: readonly Role[]): boolean =>
  roles.some((role) => reader.roles.includes(role));

/**
 * May this member of staff know that the melding exists? The same criteria as for its case in triage
 * (docs/decisions/0201). Until triage has routed it, duty and whoever wrote it down see it.
 */
export function isVisible(reader: Reader, melding: Whereabouts): boolean {
  if (hasAny(reader, SEE_ALL)) return true;
  if (reader.teams.includes(CENTRAL_TEAM) && hasAny(reader, SEE_ALL_FROM_CENTRAL)) return true;
  const { team, handlerRole, assignee, enteredBy, spocs } = melding;
  if (assignee === reader.id || enteredBy === reader.id) return true;
  if (team !== null && reader.teams.includes(team) && hasAny(reader, SEE_OWN_TEAM)) return true;
  if (reader.roles.includes('KB_KO') && spocs.includes(reader.id)) return true;
  return handlerRole !== null && reader.roles.some((role) => HANDLES[role] === handlerRole);
}
