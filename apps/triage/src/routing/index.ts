// Queue, team and handler role of a melding; domain.md 2.2, 3.6.12 and 7.3.
export { route, type Route, type RouteFacts } from './route.js';
export type { RoutingRules } from './routing-rules.js';
