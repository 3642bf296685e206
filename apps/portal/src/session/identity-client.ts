import { Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import { ServiceUnavailable, TokenVerifier } from '#platform';
import { PortalConfig } from '../portal.config.js';
import type { SignInAttempt } from './portal-cookies.js';
import type { SignedIn } from './session.store.js';

const SCOPE = 'openid profile';

/** The answer of the identity provider cannot be used: forged, too old, refused, or for somebody who is no staff. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}

/** Signs staff in with OpenID Connect: authorization code with PKCE, state and nonce (domain.md 8). */
@Injectable()
export class IdentityClient {
  private known: openid.Configuration | undefined;

  constructor(
    private readonly config: PortalConfig,
    private readonly tokens: TokenVerifier,
  ) {}

  /** Where to send the browser, and what to remember until it comes back. */
  async begin(returnTo: string): Promise<{ url: URL; attempt: SignInAttempt }> {
    const provider = await this.provider();
    const attempt = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      codeVerifier: openid.randomPKCECodeVerifier(),
      returnTo,
    };
    const url = openid.buildAuthorizationUrl(provider, {
      redirect_uri: this.callbackUrl().href,
      scope: SCOPE,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(attempt.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url, attempt };
  }

  /**
   * Trades the answer of the provider for tokens.
   * @throws SignInRefused or ServiceUnavailable
   */
  async finish(query: string, attempt: SignInAttempt): Promise<SignedIn> {
    const provider = await this.provider();
    const callback = this.callbackUrl();
    callback.search = query;
    const tokens = await this.askingProvider(() =>
      openid.authorizationCodeGrant(provider, callback, {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.codeVerifier,
        idTokenExpected: true,
      }),
    );
    const actor = await this.tokens.actorOf(tokens.access_token);
    const seconds = tokens.expiresIn();
    if (actor?.kind !== 'STAFF' || tokens.id_token === undefined || seconds === undefined) {
      throw new SignInRefused('The tokens do not speak for a member of staff.');
    }
    const expiresAt = new Date(Date.now() + seconds * 1000);
    return { actor, accessToken: tokens.access_token, idToken: tokens.id_token, expiresAt };
  }

  /** Where to send the browser to sign out at the provider as well. */
  async signOutUrl(idToken: string): Promise<URL> {
    return openid.buildEndSessionUrl(await this.provider(), {
      id_token_hint: idToken,
      post_logout_redirect_uri: new URL('/', this.config.PORTAL_PUBLIC_URL).href,
    });
  }

  private callbackUrl(): URL {
    return new URL('/login/callback', this.config.PORTAL_PUBLIC_URL);
  }

  private async provider(): Promise<openid.Configuration> {
    if (this.known !== undefined) return this.known;
    const issuer = new URL(this.config.OIDC_ISSUER);
    const { PORTAL_CLIENT_ID: id, PORTAL_CLIENT_SECRET: secret } = this.config;
    // Plain http is for the local provider only; the library refuses it otherwise.
    const execute = issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : [];
    try {
      this.known = await openid.discovery(issuer, id, {}, openid.ClientSecretBasic(secret), {
        execute,
        timeout: 5,
      });
      return this.known;
    } catch (error) {
      throw new ServiceUnavailable(issuer.origin, { cause: error });
    }
  }

  private async askingProvider<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      const isAway =
        error instanceof TypeError || (error instanceof openid.ClientError && error.code === 'OAUTH_TIMEOUT');
      if (isAway) throw new ServiceUnavailable('identity provider', { cause: error });
      throw new SignInRefused('The identity provider gave no tokens.', { cause: error });
    }
  }
}
