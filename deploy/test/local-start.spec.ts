import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '#platform/embedded-postgres';
import { eventually } from '#platform/testing';
import { freePortOffset } from '../../test/system/free-port-offset.js';
import { postgresOf, StartedSystem } from './started-system.js';

const LONG = 120_000;

describe('npm start', () => {
  let dataDir: string;
  let offset: number;
  const started: StartedSystem[] = [];

  const run = (folder = dataDir, ports = offset, command = ['start']) => {
    const system = new StartedSystem(folder, ports, command);
    started.push(system);
    return system;
  };

  const melding = (key: string) =>
    fetch(`http://127.0.0.1:${3001 + offset}/api/v1/meldingen`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({
        kind: 'FEEDBACK',
        submitterType: 'OUDER',
        identityMode: 'ANONYMOUS',
        location: { id: 'L01' },
        description: 'Wat een fijne opvang, en wat een warme begeleiding elke dag.',
      }),
    });

  beforeAll(async () => {
    await run(mkdtempSync(join(tmpdir(), 'none ')), 0, []).exitCode(); // installs and builds, then ends
  }, LONG);

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'local start '));
    offset = await freePortOffset();
  });

  afterEach(async () => {
    for (const system of started.splice(0)) await system.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, LONG);

  it(
    'refuses a second start on the same data and on the same ports, and stops cleanly',
    async () => {
      const first = run();
      await first.ready();
      const server = postgresOf(dataDir);

      const sameData = run(dataDir, offset + 100);
      expect(await sameData.exitCode()).toBe(1);
      expect(sameData.output).toContain('Het systeem draait al op deze gegevens');

      const otherData = mkdtempSync(join(tmpdir(), 'other data '));
      const samePorts = run(otherData, offset);
      expect(await samePorts.exitCode()).toBe(1);
      expect(samePorts.output).toContain(
        `poort ${3001 + offset} (intake): zet INTAKE_PORT op een vrije poort`,
      );
      rmSync(otherData, { recursive: true, force: true });

      const token = run(dataDir, offset, ['token', 'kb.mc.een']);
      expect(await token.exitCode()).toBe(0);
      expect(token.answer).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
      const stranger = run(dataDir, offset, ['token', 'niemand']);
      expect(await stranger.exitCode()).toBe(1);
      expect(stranger.output).toContain('Geen medewerker met de gebruikersnaam "niemand"');

      expect(await first.stop()).toBe(0);
      expect(isRunning(server)).toBe(false);
      const late = run(dataDir, offset, ['token', 'kb.mc.een']);
      expect(await late.exitCode()).toBe(1);
      expect(late.output).toContain('Het systeem draait niet');
    },
    LONG,
  );

  it(
    'recovers by itself after a kill, with everything that was accepted',
    async () => {
      const first = run();
      await first.ready();
      const accepted = await melding('before-the-kill');
      expect(accepted.status).toBe(201);
      await first.kill();
      expect(isRunning(postgresOf(dataDir))).toBe(true);

      await run().ready();
      const again = await melding('before-the-kill');
      expect(await again.json()).toEqual(await accepted.json());
    },
    LONG,
  );

  it(
    'starts its database again when that is killed, and goes on accepting',
    async () => {
      const system = run();
      await system.ready();
      const killed = postgresOf(dataDir);
      process.kill(killed, 'SIGKILL');
      await eventually(async () => {
        expect(postgresOf(dataDir)).not.toBe(killed);
        expect((await melding('after-the-kill')).status).toBe(201);
      }, 60_000);
      expect(system.output).toContain('De database is onverwacht gestopt en wordt opnieuw gestart.');
      const server = postgresOf(dataDir);
      expect(await system.stop()).toBe(0);
      expect(isRunning(server)).toBe(false);
    },
    LONG,
  );

  it('refuses the data of a newer version and changes nothing', async () => {
    const marker = join(dataDir, 'format.json');
    writeFileSync(marker, '{"format":99}');
    const system = run();
    expect(await system.exitCode()).toBe(1);
    expect(system.output).toContain('zijn van een nieuwere versie van dit programma');
    expect(readFileSync(marker, 'utf8')).toBe('{"format":99}');
  });

  it(
    'stops when asked while it is still starting',
    async () => {
      const system = run();
      await new Promise((resolve) => setImmediate(resolve));
      await system.stop();
      const next = run();
      await next.ready();
      expect(await next.stop()).toBe(0);
    },
    LONG,
  );
});
