import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { CLIENT_PREFIX, type Role, type ServiceName, type Team } from '../access/actor.js';

const AUDIENCE = 'opgroeipunt';
const ORGANISATION = 'OVO999999';
const LIFETIME_SECONDS = 3_600;
const KEY_ID = 'test-key';

export interface TestIdentity {
  issuer: string;
  audience: string;
  /** Access token of a member of staff with these roles in one team. */
  staffToken(username: string, roles: Role[], team?: Team): Promise<string>;
  /** Access token of one of our services. */
  serviceToken(service: ServiceName): Promise<string>;
  /** A token with claims of your own choice, to try what must be refused. */
  token(claims: Record<string, unknown>): Promise<string>;
  close(): Promise<void>;
}

const clientOf = (request: IncomingMessage): string =>
  Buffer.from((request.headers.authorization ?? '').replace(/^Basic /, ''), 'base64')
    .toString()
    .split(':')[0] ?? '';

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** An identity provider in this process: discovery, keys and the client-credentials grant over real HTTP. */
export async function testIdentity(): Promise<TestIdentity> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, use: 'sig', alg: 'RS256' };
  let issuer = '';
  const token = (claims: Record<string, unknown>): Promise<string> =>
    new SignJWT({
      iss: issuer,
      aud: AUDIENCE,
      exp: Math.floor(Date.now() / 1000) + LIFETIME_SECONDS,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'at+jwt' })
      .setIssuedAt()
      .sign(privateKey);
  const clientToken = (client: string): Promise<string> => token({ sub: client, client_id: client });
  const server = createServer((request, response) => {
    const routes: Record<string, () => unknown> = {
      '/.well-known/openid-configuration': () => ({
        issuer,
        jwks_uri: `${issuer}/jwks`,
        token_endpoint: `${issuer}/token`,
      }),
      '/jwks': () => ({ keys: [jwk] }),
      '/token': async () => ({
        access_token: await clientToken(clientOf(request)),
        token_type: 'Bearer',
        expires_in: LIFETIME_SECONDS,
      }),
    };
    const route = routes[request.url ?? ''];
    if (route === undefined) response.writeHead(404).end();
    else void Promise.resolve(route()).then((body) => sendJson(response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return {
    issuer,
    audience: AUDIENCE,
    token,
    serviceToken: (service) => clientToken(`${CLIENT_PREFIX}${service}`),
    staffToken: (username, roles, team = 'CENTRAAL') =>
      token({
        sub: username,
        given_name: 'Test',
        family_name: username,
        vo_id: username,
        vo_doelgroepcode: 'GID',
        vo_orgcode: ORGANISATION,
        vo_orgnaam: 'Opgroeipunt (fictief)',
        opgroeipunt_rol_3d: roles.map((role) => `${role}-${team}:${ORGANISATION}`),
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
