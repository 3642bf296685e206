import { waitUntil } from '../../system/wait-until.ts';
import type { LocalStart } from './local-start.ts';

const BACKLOG_LIMIT_MS = 600_000;
const BACKLOG = /^messaging_(?:outbox_backlog|work_waiting)(?:\{[^}]*\})? (\d+)/gm;

/** Waits until no service has events or work waiting. @returns milliseconds that took */
export async function worked({ addresses }: LocalStart): Promise<number> {
  const from = performance.now();
  const { intake, triage, dossierSync, notification } = addresses;
  await waitUntil(
    async () => {
      const waiting = await Promise.all([intake, triage, dossierSync, notification].map(backlogOf));
      return waiting.every((count) => count === 0) ? true : undefined;
    },
    'a worked-away backlog',
    BACKLOG_LIMIT_MS,
    250,
  );
  return performance.now() - from;
}

async function backlogOf(service: string): Promise<number> {
  const text = await (await fetch(`${service}/metrics`)).text();
  return [...text.matchAll(BACKLOG)].reduce((sum, [, count]) => sum + Number(count), 0);
}
