import { FaultyLink } from '../faults/links/faulty-link.js';
import { addressesOf } from '../system/addresses.js';
import { freePortOffset } from '../system/free-port-offset.js';
import { startLocalSystem } from '../system/local-system.js';
import { SYSTEM_VARIABLE } from '../system/system-under-test.js';

const REDIRECTED = new URL('../faults/preload/redirected-ports.mjs', import.meta.url).href;
const HERE = '127.0.0.1';

export interface SystemWithAStoreThatFails {
  /** Calls of the system to its dossier store. */
  toStore: FaultyLink;
  stop(): Promise<void>;
}

/**
 * A system of one journey alone, whose store can stop answering without anybody else noticing. The steps of this suite
 * speak with it from now on.
 */
export async function startSystemWithAStoreThatFails(): Promise<SystemWithAStoreThatFails> {
  const portOffset = await freePortOffset();
  const storePort = Number(new URL(addressesOf(portOffset).edison).port);
  const toStore = new FaultyLink('system→store', { host: HERE, port: storePort });
  const linkPort = await toStore.listen({ host: HERE, port: 0 });
  const system = await startLocalSystem(
    {
      NODE_OPTIONS: `--import=${REDIRECTED}`,
      REDIRECTED_PORTS: JSON.stringify({ [storePort]: linkPort }),
      EDISON_TIMEOUT_MS: '1000',
      HAND_OVER_LONGEST_WAIT_SECONDS: '2',
    },
    portOffset,
  ).catch(async (error: unknown) => {
    await toStore.close();
    throw error;
  });
  process.env[SYSTEM_VARIABLE] = JSON.stringify({ portOffset, dataDir: system.dataDir, collector: '' });
  return {
    toStore,
    stop: async () => {
      await system.stop();
      await toStore.close();
    },
  };
}
