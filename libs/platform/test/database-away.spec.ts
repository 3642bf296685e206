import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { eventually, startTestService, testDatabaseServer, type TestService } from '#platform/testing';
import { CuttableLink } from './sample/cuttable-link.js';
import { sampleService } from './sample/sample.service.js';

let link: CuttableLink;
let port: number;
let service: TestService;

beforeAll(async () => {
  const server = await testDatabaseServer();
  const url = new URL(await server.createDatabase('away'));
  link = new CuttableLink(server.port);
  port = await link.open();
  url.port = String(port);
  service = await startTestService(sampleService, {
    env: { DATABASE_URL: url.href, DATABASE_WAIT_MS: '500' },
  });
});

afterAll(async () => {
  await service.stop();
  await link.cut();
});

const read = (): Promise<Response> => fetch(`${service.url}/api/v1/notes/1`);
const ready = async (): Promise<number> => (await fetch(`${service.url}/health/ready`)).status;

describe('a database that is away', () => {
  it('is 503 with Retry-After, not ready but alive; all is well again by itself', async () => {
    expect((await read()).status).toBe(200);
    await link.cut();
    const refused = await read();
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(await refused.json()).toMatchObject({ code: 'UNAVAILABLE' });
    expect(await ready()).toBe(503);
    expect((await fetch(`${service.url}/health/live`)).status).toBe(200);
    await link.open();
    await eventually(async () => expect((await read()).status).toBe(200));
    expect(await ready()).toBe(200);
  });

  it('is 503 as well when it accepts connections and says nothing', async () => {
    await link.cut();
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(port, '127.0.0.1', resolve));
    expect((await read()).status).toBe(503);
    await new Promise((resolve) => silent.close(resolve));
    await link.open();
    await eventually(async () => expect((await read()).status).toBe(200));
  });
});
