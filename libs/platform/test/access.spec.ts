import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT } from 'jose';
import { startTestService, testIdentity, type TestService } from '#platform/testing';
import { sampleService } from './sample/sample.service.js';

let service: TestService;
const tokens: Record<string, string | undefined> = {};

beforeAll(async () => {
  service = await startTestService(sampleService);
  const { identity } = service;
  const { privateKey } = await generateKeyPair('RS256');
  const good = { iss: identity.issuer, aud: identity.audience, sub: 'kb.mc.een', vo_doelgroepcode: 'GID' };
  tokens['staff'] = await identity.staffToken('kb.mc.een', ['KB_MC']);
  tokens['coordinator'] = await identity.staffToken('tc.centraal', ['KB_KO', 'TEAMCOORDINATOR']);
  tokens['jurist'] = await identity.staffToken('jurist.een', ['JURIST']);
  tokens['triage'] = await identity.serviceToken('triage');
  tokens['notification'] = await identity.serviceToken('notification');
  tokens['expired'] = await identity.token({ ...good, exp: 1_700_000_000 });
  tokens['other audience'] = await identity.token({ ...good, aud: 'elsewhere' });
  tokens['other issuer'] = await identity.token({ ...good, iss: 'http://elsewhere' });
  tokens['citizen'] = await identity.token({ ...good, vo_doelgroepcode: 'BUR' });
  tokens['unknown service'] = await identity.token({ sub: 'svc-x', client_id: 'svc-x' });
  tokens['other organisation'] = await identity.token({
    ...good,
    vo_orgcode: 'OVO999999',
    opgroeipunt_rol_3d: ['BEHEERDER-CENTRAAL:OVO000001'],
  });
  tokens['other key'] = await new SignJWT(good)
    .setProtectedHeader({ alg: 'RS256', kid: 'test-key' })
    .setExpirationTime('1h')
    .sign(privateKey);
  tokens['unsigned'] =
    `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(good)).toString('base64url')}.`;
  tokens['nonsense'] = 'a b c';
});

afterAll(async () => {
  await service.stop();
});

const get = (path: string, token?: string): Promise<Response> =>
  fetch(
    `${service.url}/api/v1/${path}`,
    token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
  );

describe('access', () => {
  it.each([
    ['signed-in', 'none', 401],
    ['signed-in', 'expired', 401],
    ['signed-in', 'other audience', 401],
    ['signed-in', 'other issuer', 401],
    ['signed-in', 'other key', 401],
    ['signed-in', 'unsigned', 401],
    ['signed-in', 'nonsense', 401],
    ['signed-in', 'citizen', 401],
    ['signed-in', 'unknown service', 401],
    ['signed-in', 'staff', 200],
    ['signed-in', 'triage', 200],
    ['coordinator', 'staff', 403],
    ['coordinator', 'coordinator', 200],
    ['coordinator', 'triage', 403],
    ['coordinator', 'other organisation', 403],
    ['any-service', 'staff', 403],
    ['any-service', 'triage', 200],
    ['triage-only', 'triage', 200],
    ['triage-only', 'notification', 403],
    ['triage-only', 'coordinator', 403],
    ['jurist-or-triage', 'jurist', 200],
    ['jurist-or-triage', 'triage', 200],
    ['jurist-or-triage', 'notification', 403],
    ['jurist-or-triage', 'staff', 403],
    ['notes', 'none', 200],
    ['notes', 'expired', 200],
  ])('%s with the token "%s" gives %d', async (path, who, status) => {
    const response = await get(path, tokens[who]);
    expect(response.status).toBe(status);
    if (status === 401) expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
    if (status >= 400) expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('tells a handler who asks', async () => {
    expect(await (await get('signed-in', tokens['coordinator'])).json()).toEqual({
      kind: 'STAFF',
      id: 'tc.centraal',
      name: 'Test tc.centraal',
      roles: ['KB_KO', 'TEAMCOORDINATOR'],
      teams: ['CENTRAAL'],
    });
    expect(await (await get('signed-in', tokens['triage'])).json()).toMatchObject({
      kind: 'SERVICE',
      id: 'triage',
    });
  });

  it('known keys stay good when the identity provider is away; without them it is 503', async () => {
    const identity = await testIdentity();
    const known = await startTestService(sampleService, { identity });
    const fresh = await startTestService(sampleService, { identity });
    const authorization = `Bearer ${await identity.staffToken('kb.mc.een', ['KB_MC'])}`;
    const ask = (one: TestService) => fetch(`${one.url}/api/v1/signed-in`, { headers: { authorization } });
    expect((await ask(known)).status).toBe(200);
    await identity.close();
    expect((await ask(known)).status).toBe(200);
    expect((await ask(fresh)).status).toBe(503);
    await Promise.all([known.stop(), fresh.stop()]);
  });
});
