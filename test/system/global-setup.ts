import { startLocalSystem, type LocalSystem } from './local-system.js';
import { SYSTEM_VARIABLE } from './system-under-test.js';

declare global {
  var systemOfThisRun: LocalSystem | undefined;
}

/** One running system for all suites of the system tiers. */
export default async function startSystem(): Promise<void> {
  const system = await startLocalSystem();
  globalThis.systemOfThisRun = system;
  process.env[SYSTEM_VARIABLE] = JSON.stringify({ portOffset: system.portOffset, dataDir: system.dataDir });
}
