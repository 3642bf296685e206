import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MELDING_BODY } from '../accepting/melding-body.ts';
import type { Figure } from '../report/figure.ts';
import { percentile } from '../report/median.ts';
import { worked } from '../stage/backlog.ts';
import { connectTo } from '../stage/local-database.ts';
import { startLocal } from '../stage/local-start.ts';
import { sender } from '../stage/send-meldingen.ts';
import type { Stage } from '../stage/stage.ts';

const A_SECOND = 100;
const SECONDS = 10;
const WARM_UP = 200;
const AIMS = { p50: 300, p95: 1_000 };

/** From accepted to registered in the dossier, while meldingen come in at a fixed rate, in the local start. */
export async function dossierFigures(stage: Stage): Promise<Figure[]> {
  const local = await startLocal(mkdtempSync(join(stage.folder, 'dossier-')));
  const ledger = await connectTo(local, 'dossier-sync');
  try {
    const post = sender(local.addresses.intake, 64);
    for (let number = 0; number < WARM_UP; number += 1) await post(MELDING_BODY);
    await worked(local);
    const ids: Promise<string>[] = [];
    const from = performance.now();
    for (let number = 0; number < A_SECOND * SECONDS; number += 1) {
      await pause(Math.max(0, from + (number * 1_000) / A_SECOND - performance.now()));
      ids.push(post(MELDING_BODY));
      if (number % A_SECOND === 0) stage.progress('accepted to dossier', number / A_SECOND + 1, SECONDS);
    }
    const accepted = await Promise.all(ids);
    await worked(local);
    const { rows } = await ledger.query<{ ms: number }>(
      `SELECT extract(epoch FROM registered_at - received_at)::float8 * 1000 AS ms FROM ledger_entry
       WHERE melding_id = ANY ($1::uuid[])`,
      [accepted],
    );
    const times = rows.map(({ ms }) => ms);
    const [p50, p95] = [percentile(times, 50), percentile(times, 95)];
    return [
      {
        title: `Accepted to in the dossier at ${A_SECOND} a second, local start (${times.length} meldingen)`,
        measured: `p50 ${Math.round(p50)} ms, p95 ${Math.round(p95)} ms`,
        aim: `p50 ${AIMS.p50} ms, p95 ${AIMS.p95} ms`,
        met: p50 <= AIMS.p50 && p95 <= AIMS.p95,
      },
    ];
  } finally {
    await ledger.end();
    await local.stop();
  }
}
