import { ROLES, SERVICE_NAMES } from '#platform';
import type { Endpoint } from './endpoint.js';

/** Somebody with a good token: a member of staff with one role, or one of our services. */
export interface Visitor {
  kind: 'ROLE' | 'SERVICE';
  name: string;
}

export const VISITORS: Visitor[] = [
  ...ROLES.map((name): Visitor => ({ kind: 'ROLE', name })),
  ...SERVICE_NAMES.map((name): Visitor => ({ kind: 'SERVICE', name })),
];

/** What the documents say; an endpoint that names nobody is open to every good token. */
export function mayAsk({ kind, name }: Visitor, { isPublic, roles, services }: Endpoint): boolean {
  if (isPublic || (roles.length === 0 && services.length === 0)) return true;
  if (kind === 'ROLE') return roles.includes(name);
  return roles.includes('SERVICE') || services.includes(name);
}
