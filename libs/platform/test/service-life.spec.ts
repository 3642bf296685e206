import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { DataSource } from 'typeorm';
import { ConfigurationError, PortInUseError } from '#platform';
import { eventually, startTestService, testIdentity, type TestIdentity } from '#platform/testing';
import { Gate } from './sample/gate.js';
import { sampleService } from './sample/sample.service.js';

let identity: TestIdentity;

beforeAll(async () => {
  identity = await testIdentity();
});

afterAll(async () => {
  await identity.close();
});

describe('the life of a service', () => {
  it('finishes the request in hand when it is told to stop, and takes no new one', async () => {
    const service = await startTestService(sampleService, { identity });
    const gate = service.app.get(Gate);
    const source = service.app.get(DataSource);
    gate.closed = true;
    const inHand = fetch(`${service.url}/api/v1/notes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ text: 'in hand' }),
    });
    await eventually(() => expect(gate.entered).toBe(1));
    const stopped = service.stop();
    await eventually(() => expect(fetch(`${service.url}/health/live`)).rejects.toThrow());
    gate.open();
    expect((await inHand).status).toBe(201);
    await stopped;
    expect(source.isInitialized).toBe(false);
  });

  it('says which port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(startTestService(sampleService, { identity, env: { PORT: String(port) } })).rejects.toThrow(
      PortInUseError,
    );
    await new Promise((resolve) => other.close(resolve));
  });

  it('tells all faults of its configuration at once, without the values', async () => {
    const env = { PORT: 'geheim', LOG_LEVEL: 'loud', OIDC_ISSUER: undefined };
    const starting = startTestService(sampleService, { identity, env });
    await expect(starting).rejects.toThrow(ConfigurationError);
    await expect(starting).rejects.toMatchObject({
      faults: expect.arrayContaining([
        expect.objectContaining({ variable: 'PORT' }),
        expect.objectContaining({ variable: 'LOG_LEVEL' }),
        expect.objectContaining({ variable: 'OIDC_ISSUER', message: 'ontbreekt.' }),
      ]),
    });
    await expect(starting).rejects.not.toThrow(/geheim/);
  });
});
