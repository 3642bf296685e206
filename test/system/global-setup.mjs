// Plain JavaScript, and `.ts` imports: Jest runs a global setup outside its own module loader, so that Node itself
// strips the types of what is imported here.
import { startLocalSystem } from './local-system.ts';

/** One running system for all suites of the system tiers. */
export default async function startSystem() {
  const system = await startLocalSystem();
  globalThis.stopSystemOfThisRun = system.stop;
  process.env.OPGROEIPUNT_SYSTEM_UNDER_TEST = JSON.stringify({
    portOffset: system.portOffset,
    dataDir: system.dataDir,
  });
}
