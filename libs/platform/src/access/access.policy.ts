import type { Actor, Role, ServiceName } from './actor.js';

export interface AccessRule {
  roles: (Role | 'SERVICE')[] | undefined;
  services: ServiceName[] | undefined;
}

/** May this actor use a route with this rule? Without a rule a valid token is enough. */
export function isAllowed(actor: Actor, rule: AccessRule): boolean {
  const { roles, services } = rule;
  if (roles === undefined && services === undefined) return true;
  if (actor.kind === 'STAFF')
    return (roles ?? []).some((role) => role !== 'SERVICE' && actor.roles.includes(role));
  return (roles ?? []).includes('SERVICE') || (services ?? []).some((service) => service === actor.id);
}
