import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import * as openid from 'openid-client';
import { IdentityConfig } from '../local/identity/identity.config.js';
import { startIdentity, type RunningIdentity } from '../local/identity/identity-server.js';
import { STAFF_TOKEN_GRANT } from '../local/identity/staff-token.grant.js';

const PORTAL = 'http://127.0.0.1:9/';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('the local identity provider', () => {
  let folder: string;
  let config: IdentityConfig;
  let identity: RunningIdentity;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'identity '));
    const port = await freePort();
    config = Object.assign(new IdentityConfig(), {
      PORT: port,
      IDENTITY_ISSUER: `http://127.0.0.1:${port}`,
      PORTAL_URL: PORTAL,
      IDENTITY_KEYS_FILE: join(folder, 'keys', 'signing.json'),
      IDENTITY_STAFF_FILE: join(import.meta.dirname, '../fixtures/staff.json'),
      CLIENT_SECRET_PORTAL: 'portal-secret',
      CLIENT_SECRET_SVC_INTAKE: 'intake-secret',
      CLIENT_SECRET_SVC_TRIAGE: 'triage-secret',
      CLIENT_SECRET_SVC_DOSSIER_SYNC: 'sync-secret',
      CLIENT_SECRET_SVC_NOTIFICATION: 'notification-secret',
      CLIENT_SECRET_SVC_PORTAL: 'portal-service-secret',
    });
    identity = await startIdentity(config);
  });

  afterAll(async () => {
    await identity.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const token = (client: string, secret: string, fields: Record<string, string>) =>
    fetch(`${config.IDENTITY_ISSUER}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` },
      body: new URLSearchParams(fields),
    });

  const staffToken = (client: string, username: string, password: string) =>
    fetch(`${config.IDENTITY_ISSUER}/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: client, grant_type: STAFF_TOKEN_GRANT, username, password }),
    });

  const verified = async (accessToken: string) => {
    const keys = createRemoteJWKSet(new URL(`${config.IDENTITY_ISSUER}/jwks`));
    return jwtVerify(accessToken, keys, {
      issuer: config.IDENTITY_ISSUER,
      audience: 'opgroeipunt',
      algorithms: ['RS256'],
    });
  };

  const accessTokenOf = async (response: Response) =>
    ((await response.json()) as { access_token: string }).access_token;

  it('gives a service a token under its own name, without roles', async () => {
    const response = await token('svc-triage', 'triage-secret', { grant_type: 'client_credentials' });
    const { payload } = await verified(await accessTokenOf(response));
    expect(payload).toMatchObject({ sub: 'svc-triage', client_id: 'svc-triage' });
    expect(payload).not.toHaveProperty('opgroeipunt_rol_3d');
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(8 * 3600);
  });

  it('gives the command line a token of any fixture member of staff', async () => {
    const response = await staffToken('cli', 'wacht.een', 'demo');
    const { payload } = await verified(await accessTokenOf(response));
    expect(payload).toMatchObject({
      sub: 'wacht.een',
      given_name: 'Dries',
      family_name: 'Paraat',
      vo_doelgroepcode: 'GID',
      vo_orgcode: 'OVO999999',
      opgroeipunt_rol_3d: ['KB_MC-CENTRAAL:OVO999999', 'CRISISWACHT-CENTRAAL:OVO999999'],
    });
  });

  it.each([
    ['an unknown username', 'cli', 'nobody.here', 'demo'],
    ['a wrong password', 'cli', 'wacht.een', 'guessed'],
    ['a client that may not use this grant', 'svc-intake', 'wacht.een', 'demo'],
  ])('refuses a staff token for %s', async (_why, client, username, password) => {
    const response = await staffToken(client, username, password);
    expect(response.ok).toBe(false);
  });

  it('keeps tokens good across a restart', async () => {
    const response = await token('svc-intake', 'intake-secret', { grant_type: 'client_credentials' });
    const accessToken = await accessTokenOf(response);
    await identity.stop();
    identity = await startIdentity(config);
    await expect(verified(accessToken)).resolves.toMatchObject({ payload: { sub: 'svc-intake' } });
  });

  describe('logging in through the portal', () => {
    const cookies = new Map<string, string>();

    const visit = async (url: string, init: RequestInit = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, {
        ...init,
        redirect: 'manual',
        headers: { ...init.headers, cookie },
      });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const [name = '', value = ''] = pair.split('=');
        cookies.set(name, value);
      }
      return response;
    };

    const followed = async (response: Response) => {
      let current = response;
      for (;;) {
        const location = current.headers.get('location');
        if (location === null) return { page: current, url: '' };
        const url = new URL(location, config.IDENTITY_ISSUER).href;
        if (url.startsWith(PORTAL)) return { page: current, url };
        current = await visit(url);
      }
    };

    const logIn = async (page: Response, username: string, password: string) => {
      const action = /action="(\/aanmelden\/[^"]+)"/.exec(await page.text())?.[1] ?? '';
      return visit(`${config.IDENTITY_ISSUER}${action}`, {
        method: 'POST',
        body: new URLSearchParams({ username, password }),
      });
    };

    it('asks again after a wrong password, then hands over code, claims and a good access token', async () => {
      const client = await openid.discovery(
        new URL(config.IDENTITY_ISSUER),
        'portal',
        'portal-secret',
        undefined,
        {
          execute: [openid.allowInsecureRequests],
        },
      );
      const verifier = openid.randomPKCECodeVerifier();
      const start = openid.buildAuthorizationUrl(client, {
        redirect_uri: `${PORTAL}login/callback`,
        scope: 'openid profile',
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: 'state-1',
      });

      const form = await followed(await visit(start.href));
      expect(form.page.headers.get('content-security-policy')).toContain("default-src 'none'");
      const refused = await logIn(form.page, 'kb.mc.een', 'wrong');
      expect(refused.status).toBe(401);

      const callback = await followed(await logIn(refused, 'kb.mc.een', 'demo'));
      expect(callback.url).toContain('/login/callback');
      const tokens = await openid.authorizationCodeGrant(client, new URL(callback.url), {
        pkceCodeVerifier: verifier,
        expectedState: 'state-1',
      });
      expect(tokens.claims()).toMatchObject({ sub: 'kb.mc.een', given_name: 'Mila', family_name: 'Denkens' });
      const { payload } = await verified(tokens.access_token);
      expect(payload).toMatchObject({ sub: 'kb.mc.een', opgroeipunt_rol_3d: ['KB_MC-CENTRAAL:OVO999999'] });

      const logout = openid.buildEndSessionUrl(client, {
        id_token_hint: tokens.id_token ?? '',
        post_logout_redirect_uri: PORTAL,
      });
      const question = await (await visit(logout.href)).text();
      expect(question).toContain('Wil je je afmelden?');
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(question)?.[1] ?? '';
      const done = await visit(`${config.IDENTITY_ISSUER}/session/end/confirm`, {
        method: 'POST',
        body: new URLSearchParams({ xsrf, logout: 'yes' }),
      });
      expect(done.headers.get('location')).toBe(PORTAL);
    });

    it('does without a code challenge for nobody', async () => {
      const start = new URL(`${config.IDENTITY_ISSUER}/auth`);
      start.search = new URLSearchParams({
        client_id: 'portal',
        response_type: 'code',
        redirect_uri: `${PORTAL}login/callback`,
        scope: 'openid',
      }).toString();
      const { url } = await followed(await visit(start.href));
      expect(url).toContain('error=invalid_request');
    });
  });

  it('names staff by username only in the subject', async () => {
    const response = await staffToken('cli', 'audit.een', 'demo');
    expect(decodeJwt(await accessTokenOf(response)).sub).toBe('audit.een');
  });
});
