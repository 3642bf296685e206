import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { addressesOf, type Addresses } from '../../system/addresses.ts';
import { freePortOffset } from '../../system/free-port-offset.ts';
import { BOOTSTRAP, endOf } from '../../system/local-system.ts';
import { waitUntil } from '../../system/wait-until.ts';

const READY_LIMIT_MS = 180_000;

export interface LocalStart {
  addresses: Addresses;
  portOffset: number;
  dataDir: string;
  pid: number;
  readyAfterMs: number;
  stop(): Promise<void>;
}

/** Starts what `npm start` starts, on a data folder that stays, and waits until every service is ready. */
export async function startLocal(dataDir: string): Promise<LocalStart> {
  const portOffset = await freePortOffset();
  const addresses = addressesOf(portOffset);
  const from = performance.now();
  const child = spawn(process.execPath, [BOOTSTRAP, 'start'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      PORT_OFFSET: String(portOffset),
      OPGROEIPUNT_DATA_DIR: dataDir,
      INTAKE_PUBLIC_RATE_PER_MINUTE: '0',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // A run that is broken off would leave it running.
  const endWithUs = (): void => void child.kill('SIGTERM');
  process.once('exit', endWithUs);
  const { portal, intake, triage, dossierSync, notification, edison } = addresses;
  const services = [portal, intake, triage, dossierSync, notification, edison];
  const ready = waitUntil(
    async () => {
      const answers = await Promise.all(services.map((base) => fetch(`${base}/health/ready`)));
      return answers.every(({ ok }) => ok) ? true : undefined;
    },
    'a ready system',
    READY_LIMIT_MS,
  );
  await Promise.race([ready, endOf(child)]);
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    process.off('exit', endWithUs);
  };
  return {
    addresses,
    portOffset,
    dataDir,
    pid: child.pid ?? 0,
    readyAfterMs: performance.now() - from,
    stop,
  };
}
