import type { HandlerRole, IdentityMode } from '#contracts';
import type { Actor, Role } from '#platform';

/** Why a name is not shown; null when it is. */
export type Withheld = 'ANONYMOUS' | 'CONFIDENTIAL' | 'NOT_NEEDED' | null;

interface Handled {
  identityMode: IdentityMode;
  handlerRole: HandlerRole | null;
  assignee: string | null;
}

/** They talk with melders, or must call one back in the night. */
const TALK_WITH_MELDERS: readonly Role[] = ['KB_MC', 'CRISISWACHT', 'KLACHTENBEHANDELAAR'];

/**
 * Who sees the name (domain.md 9.2, 9.3; docs/decisions/0501). Known: who talks with melders and the coordinator; the
 * klantenbeheerder kinderopvang, who handles enforcement, only for what is his to handle. Confidential: who talks with
 * melders, and nobody of enforcement.
 */
export function identityWithheld(reader: Pick<Actor, 'id' | 'roles'>, melding: Handled): Withheld {
  const { identityMode, handlerRole, assignee } = melding;
  if (identityMode === 'ANONYMOUS') return 'ANONYMOUS';
  if (TALK_WITH_MELDERS.some((role) => reader.roles.includes(role))) return null;
  if (identityMode === 'CONFIDENTIAL') return 'CONFIDENTIAL';
  if (reader.roles.includes('TEAMCOORDINATOR')) return null;
  const isHis = handlerRole === 'klantenbeheerder_kinderopvang' || assignee === reader.id;
  return reader.roles.includes('KB_KO') && isHis ? null : 'NOT_NEEDED';
}
