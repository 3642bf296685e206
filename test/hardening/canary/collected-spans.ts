import { randomBytes } from 'node:crypto';
import { addresses, traceCollector } from '../../system/system-under-test.js';
import type { CollectedSpan } from '../../system/trace-collector.js';
import { waitUntil } from '../../system/wait-until.js';
import { ask } from '../asking/ask.js';

/** Waits until the collector has every span of before this moment: spans leave a service in the order of their end. */
export async function everySpanCollected(): Promise<void> {
  const { portal, intake, triage, dossierSync, notification, edison } = addresses();
  const bases = [portal, intake, triage, dossierSync, notification, edison];
  const traceId = randomBytes(16).toString('hex');
  const traceparent = `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
  for (const base of bases) await ask({ base, method: 'GET', path: '/nowhere', headers: { traceparent } });
  await waitUntil(
    async () => {
      const answer = await fetch(`${traceCollector()}/spans/${traceId}`);
      const services = new Set(((await answer.json()) as CollectedSpan[]).map(({ service }) => service));
      return services.size === bases.length ? true : undefined;
    },
    'the spans of every service',
    60_000,
  );
}
