// Plain JavaScript, and `.ts` imports: Jest runs a global setup outside its own module loader, so that Node itself
// strips the types of what is imported here.
import { startLocalSystem } from './local-system.ts';
import { startTraceCollector } from './trace-collector.ts';

/** One running system for all suites of the system tiers. */
export default async function startSystem() {
  const collector = await startTraceCollector();
  const system = await startLocalSystem({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  globalThis.stopSystemOfThisRun = async () => {
    await system.stop();
    await collector.stop();
  };
  const { portOffset, dataDir } = system;
  process.env.OPGROEIPUNT_SYSTEM_UNDER_TEST = JSON.stringify({
    portOffset,
    dataDir,
    collector: collector.url,
  });
}
