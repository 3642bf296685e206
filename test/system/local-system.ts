import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addressesOf, type Addresses } from './addresses.ts';
import { freePortOffset } from './free-port-offset.ts';
import { waitUntil } from './wait-until.ts';

export const BOOTSTRAP = fileURLToPath(new URL('../../deploy/local/bootstrap.mjs', import.meta.url));

export interface LocalSystem {
  addresses: Addresses;
  portOffset: number;
  dataDir: string;
  process: ChildProcess;
  /** What it printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/**
 * Starts what `npm start` starts, on free ports and in a data folder of its own, and waits until it is ready.
 * @param offset where its ports are, when something has to know that before it starts
 */
export async function startLocalSystem(
  environment: Record<string, string> = {},
  offset?: number,
): Promise<LocalSystem> {
  const portOffset = offset ?? (await freePortOffset());
  const dataDir = mkdtempSync(join(tmpdir(), 'opgroeipunt-system-'));
  const addresses = addressesOf(portOffset);
  const child = spawn(process.execPath, [BOOTSTRAP, 'start'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      PORT_OFFSET: String(portOffset),
      OPGROEIPUNT_DATA_DIR: dataDir,
      INTAKE_PUBLIC_RATE_PER_MINUTE: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const stop = () => stopSystem(child, dataDir);
  try {
    await Promise.race([
      waitUntil(
        async () => ((await everyPartReady(addresses)) ? true : undefined),
        'a ready system',
        180_000,
      ),
      endOf(child),
    ]);
  } catch (error) {
    await stop();
    throw new Error(`The system did not become ready:\n${printed}`, { cause: error });
  }
  return { addresses, portOffset, dataDir, process: child, output: () => printed, stop };
}

/** @throws Error as soon as the process ends: then there is nothing to wait for */
export async function endOf(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`The system ended with code ${code}`);
}

async function everyPartReady(addresses: Addresses): Promise<boolean> {
  const services = [
    addresses.portal,
    addresses.intake,
    addresses.triage,
    addresses.dossierSync,
    addresses.notification,
    addresses.edison,
  ];
  const answers = await Promise.all(services.map((base) => fetch(`${base}/health/ready`)));
  return answers.every((answer) => answer.ok);
}

async function stopSystem(child: ChildProcess, dataDir: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(dataDir, { recursive: true, force: true });
}
