import type { ResourceServer } from 'oidc-provider';

/** The one protected resource: the APIs of the services together. */
export const API_RESOURCE = 'urn:opgroeipunt:api';

/** A working day, so that nobody is thrown out of a page half-way; there are no refresh tokens. */
const TOKEN_SECONDS = 8 * 60 * 60;

/** JWT access tokens (RS256) that the services check by JWKS. */
export function apiResourceServer(): ResourceServer {
  return {
    audience: 'opgroeipunt',
    scope: '',
    accessTokenFormat: 'jwt',
    accessTokenTTL: TOKEN_SECONDS,
    jwt: { sign: { alg: 'RS256' } },
  };
}
