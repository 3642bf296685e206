import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../report/figure.ts';
import { median } from '../report/median.ts';
import { worked } from '../stage/backlog.ts';
import { startLocal } from '../stage/local-start.ts';
import { memoryOf } from '../stage/memory.ts';
import type { Stage } from '../stage/stage.ts';
import { startBare } from './accepting.figure.ts';
import { acceptedASecond } from './throughput.ts';

const CONNECTIONS = 8;
const AIM = 0.4;
const BURST_SECONDS = 10;
const BACKLOG_AIM_S = 60;

/** Accepted POSTs of everything in one process against a bare service, and how soon a burst is worked away. */
export async function localAcceptingFigures(stage: Stage): Promise<Figure[]> {
  const bare = await startBare(stage);
  const local = await startLocal(mkdtempSync(join(stage.folder, 'local-')));
  try {
    const meldingen = `${local.addresses.intake}/api/v1/meldingen`;
    const rounds: { bare: number; ours: number }[] = [];
    for (let round = 0; round < stage.rounds; round += 1) {
      await worked(local);
      rounds.push({
        bare: await acceptedASecond(bare.url, CONNECTIONS, stage.seconds),
        ours: await acceptedASecond(meldingen, CONNECTIONS, stage.seconds),
      });
      stage.progress('local start', round + 1, stage.rounds);
    }
    await worked(local);
    const burst = await acceptedASecond(meldingen, CONNECTIONS, BURST_SECONDS);
    const backlogSeconds = (await worked(local)) / 1_000;
    const ratio = median(rounds.map(({ bare: held, ours }) => ours / held));
    const rate = Math.round(median(rounds.map(({ ours }) => ours)));
    return [
      {
        title: `Accepted POSTs, all-in-one local start, ${CONNECTIONS} connections`,
        measured: `${ratio.toFixed(2)} of bare (${rate} a second)`,
        aim: `${AIM} of bare`,
        met: ratio >= AIM,
      },
      {
        title: `Backlog of a burst of ${BURST_SECONDS} s (${Math.round(burst * BURST_SECONDS)} meldingen) worked away`,
        measured: `${backlogSeconds.toFixed(0)} s`,
        aim: `${BACKLOG_AIM_S} s`,
        met: backlogSeconds <= BACKLOG_AIM_S,
      },
      {
        title: 'Memory of the local system after the burst (proportional set size)',
        measured: `${Math.round(memoryOf(local.pid))} MiB`,
        aim: 'none',
        met: null,
      },
    ];
  } finally {
    await local.stop();
    await bare.stop();
  }
}
