// Plain JavaScript, and `.ts` imports: Jest runs a global setup outside its own module loader, so that Node itself
// strips the types of what is imported here.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalSystem } from './local-system.ts';
import { keepOutput } from './kept-output.ts';
import { startTraceCollector } from './trace-collector.ts';

/** One running system for all suites of the system tiers, telling as much of itself as it can. */
export default async function startSystem() {
  const observed = mkdtempSync(join(tmpdir(), 'opgroeipunt-observed-'));
  const collector = await startTraceCollector(join(observed, 'spans.jsonl'));
  const system = await startLocalSystem({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, LOG_LEVEL: 'trace' });
  keepOutput(system, join(observed, 'terminal.log'));
  globalThis.stopSystemOfThisRun = async () => {
    await system.stop();
    await collector.stop();
    rmSync(observed, { recursive: true, force: true });
  };
  const { portOffset, dataDir } = system;
  process.env.OPGROEIPUNT_SYSTEM_UNDER_TEST = JSON.stringify({
    portOffset,
    dataDir,
    collector: collector.url,
    observed,
  });
}
