import type { Actor } from '#platform';

/** What a signed-in page needs to know. */
export interface StaffSession {
  actor: Actor;
  accessToken: string;
  /** Needed to sign out at the identity provider. */
  idToken: string;
  /** Goes into every form of this session, and comes back with it. */
  csrfToken: string;
}
