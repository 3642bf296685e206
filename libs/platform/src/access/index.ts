export { ROLES, SERVICE_NAMES, type Actor, type Role, type ServiceName, type Team } from './actor.js';
export { actorOf, CurrentActor, PublicRoute, Roles, Services } from './access.decorators.js';
export { AccessGuard } from './access.guard.js';
export { isAllowed, type AccessRule } from './access.policy.js';
export { IdentityProvider } from './identity-provider.js';
export { TokenVerifier } from './token-verifier.js';
