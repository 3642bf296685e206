import { ifMatchAllows } from './if-match.js';
import { sameContent, type MeldingContent } from './melding-content.js';

export type RegistrationDecision =
  'CREATE' | 'UPDATE' | 'UNCHANGED' | 'REFUSE_STALE' | 'REFUSE_WITHOUT_IF_MATCH';

/** What the store holds already of this melding. */
export interface RegisteredVersion {
  version: number;
  content: MeldingContent;
}

/**
 * Decides what a PUT of a melding does. Sending the same again always is fine, also with an old `If-Match`:
 * the caller may never have got our answer. Changing what is there needs the version that the caller saw.
 */
export function decideRegistration(
  current: RegisteredVersion | null,
  incoming: MeldingContent,
  ifMatch: string | undefined,
): RegistrationDecision {
  if (current === null) return ifMatch === undefined ? 'CREATE' : 'REFUSE_STALE';
  if (sameContent(current.content, incoming)) return 'UNCHANGED';
  if (ifMatch === undefined) return 'REFUSE_WITHOUT_IF_MATCH';
  return ifMatchAllows(ifMatch, current.version) ? 'UPDATE' : 'REFUSE_STALE';
}
