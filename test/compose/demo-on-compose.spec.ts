import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startComposeSystem, type ComposeSystem } from './compose-system.js';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BOOTSTRAP = fileURLToPath(new URL('../../deploy/local/bootstrap.mjs', import.meta.url));

describe('docker-compose.yml, each service as a process on real Kafka and PostgreSQL', () => {
  let system: ComposeSystem | undefined;

  beforeAll(async () => {
    await run(process.execPath, [BOOTSTRAP], { env: { ...process.env, NODE_OPTIONS: '' } });
    system = await startComposeSystem();
  }, 240_000);

  afterAll(() => system?.stop(), 60_000);

  it('takes the fixture meldingen from form to dossier and mail', async () => {
    const env = { PATH: process.env['PATH'] ?? '', ...system?.ports };
    const { stdout } = await run(process.execPath, ['dist/deploy/demo/main.js'], { cwd: ROOT, env }).catch(
      (error: unknown) => {
        const { stdout: table = '', stderr = '' } = error as { stdout?: string; stderr?: string };
        throw new Error(`${table}\n${stderr}\n${system?.output()}`);
      },
    );
    expect(stdout).toContain('25 van de 25 meldingen zoals verwacht.');
  }, 180_000);
});
