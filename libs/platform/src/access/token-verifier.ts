import { Injectable, Logger } from '@nestjs/common';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { Clock } from '../clock/clock.js';
import { ServiceConfig } from '../configuration/service-config.js';
import { ProblemException } from '../problem/problem.exception.js';
import { actorFromClaims } from './actor-from-claims.js';
import type { Actor } from './actor.js';
import { IdentityProvider } from './identity-provider.js';

const REFRESH_AFTER_MS = 10 * 60_000;
const TIMEOUT_MS = 2_000;
const CLOCK_TOLERANCE_SECONDS = 5;
/** A token that was good stays good so long without its signature being checked anew; never past its own end. */
const KNOWN_FOR_MS = 30_000;
const MOST_KNOWN = 500;

type KeySet = ReturnType<typeof createRemoteJWKSet>;

/** Faults of the token itself; anything else means that the keys could not be had. */
const isTokenFault = (error: unknown): boolean =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout) &&
  !(error instanceof errors.JWKSInvalid) &&
  error.code !== 'ERR_JOSE_GENERIC';

/**
 * Checks access tokens with the keys of the identity provider. Keys are kept: when the provider is away, known
 * keys stay good, since a provider that is down must not close the crisis desk.
 */
@Injectable()
export class TokenVerifier {
  private readonly logger = new Logger(TokenVerifier.name);
  private keys: KeySet | undefined;
  private refreshedAt = 0;
  private readonly known = new Map<string, { actor: Actor; until: number }>();

  constructor(
    private readonly config: ServiceConfig,
    private readonly provider: IdentityProvider,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns undefined when the token is not good
   * @throws ProblemException 503 when the provider is away and no keys are known yet
   */
  async actorOf(token: string): Promise<Actor | undefined> {
    const known = this.known.get(token);
    if (known !== undefined && this.clock.now().getTime() < known.until) return known.actor;
    const claims = await this.claimsOf(token);
    if (claims === undefined) return undefined;
    const actor = actorFromClaims(claims);
    if (actor !== undefined) this.remember(token, actor, claims);
    return actor;
  }

  /** A service calls with one token many times a second; checking its signature each time costs more than the call. */
  private remember(token: string, actor: Actor, claims: JWTPayload): void {
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    const until = Math.min((claims.exp ?? 0) * 1000, this.clock.now().getTime() + KNOWN_FOR_MS);
    this.known.set(token, { actor, until });
  }

  private async claimsOf(token: string): Promise<JWTPayload | undefined> {
    try {
      const { payload } = await jwtVerify(token, await this.keySet(), {
        issuer: this.config.OIDC_ISSUER,
        audience: this.config.OIDC_AUDIENCE,
        algorithms: ['RS256', 'ES256'],
        requiredClaims: ['sub', 'exp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: this.clock.now(),
      });
      return payload;
    } catch (error) {
      if (isTokenFault(error)) return undefined;
      this.logger.warn('The keys of the identity provider cannot be had.');
      throw new ProblemException(503, {
        code: 'IDENTITY_PROVIDER_AWAY',
        detail: {
          nl: 'Aanmelden lukt nu niet. Probeer over enkele seconden opnieuw.',
          en: 'Signing in does not work now. Try again in a few seconds.',
          fr: 'La connexion ne fonctionne pas pour le moment. Essayez à nouveau dans quelques secondes.',
        },
      });
    }
  }

  private async keySet(): Promise<KeySet> {
    if (this.keys === undefined) {
      this.keys = createRemoteJWKSet(await this.provider.jwksUrl(), {
        timeoutDuration: TIMEOUT_MS,
        cacheMaxAge: Infinity,
      });
      this.refreshedAt = Date.now();
    } else if (Date.now() - this.refreshedAt > REFRESH_AFTER_MS) {
      this.refreshedAt = Date.now();
      this.keys
        .reload()
        .catch(() =>
          this.logger.warn('Refreshing the keys of the identity provider failed; known keys stay.'),
        );
    }
    return this.keys;
  }
}
