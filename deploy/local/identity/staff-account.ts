import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A fictional member of staff, as in `deploy/fixtures/staff.json`. */
export interface StaffAccount {
  username: string;
  name: string;
  roles: string[];
  team: string;
}

export interface StaffDirectory {
  find(username: string): StaffAccount | undefined;
  all(): StaffAccount[];
}

/** One password for every fictional account: the local provider guards nothing real. */
export const DEMO_PASSWORD = 'demo';

const ORGANISATION = { code: 'OVO999999', name: 'Opgroeien (fictief)' };

export function readStaff(file: URL | string): StaffDirectory {
  const accounts = JSON.parse(readFileSync(file, 'utf8')) as StaffAccount[];
  const byUsername = new Map(accounts.map((account) => [account.username, account]));
  return { find: (username) => byUsername.get(username), all: () => accounts };
}

/** The claims under the names that the Flemish identity provider (ACM/IDM) uses. */
export function staffClaims({ username, name, roles, team }: StaffAccount): Record<string, unknown> {
  const [givenName = name, ...rest] = name.split(' ');
  return {
    given_name: givenName,
    family_name: rest.join(' '),
    vo_id: createHash('sha256').update(`vo_id:${username}`).digest('hex').slice(0, 32),
    vo_doelgroepcode: 'GID',
    vo_orgcode: ORGANISATION.code,
    vo_orgnaam: ORGANISATION.name,
    opgroeipunt_rol_3d: roles.map((role) => `${role}-${team}:${ORGANISATION.code}`),
  };
}
