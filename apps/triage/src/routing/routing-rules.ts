import type { HandlerRole, IdentityMode, Kind, SubmitterType, Team } from '#contracts';

/** First rule whose every given list holds the fact decides; a list not given asks nothing. */
export interface HandlerRule {
  readonly kinds?: readonly Kind[];
  readonly submitterTypes?: readonly SubmitterType[];
  readonly identityModes?: readonly IdentityMode[];
  readonly handlerRole: HandlerRole;
}

/** The part of the policy that says who gets a melding. */
export interface RoutingRules {
  readonly teamByProvince: Readonly<Record<string, Team>>;
  /** For a location without a province that the map knows, and for what has no location. */
  readonly defaultTeam: Team;
  /** Kinds that go to the general queue wherever they are about. */
  readonly generalKinds: readonly Kind[];
  readonly handlerRules: readonly HandlerRule[];
}
