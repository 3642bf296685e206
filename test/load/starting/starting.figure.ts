import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../report/figure.ts';
import { memoryOf } from '../stage/memory.ts';
import { startLocal } from '../stage/local-start.ts';
import type { Stage } from '../stage/stage.ts';

/** From the command to every service ready: with an empty data folder, then with the one it left. */
export async function startingFigures(stage: Stage): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(stage.folder, 'starting-'));
  const cold = await startLocal(dataDir);
  await cold.stop();
  stage.progress('start', 1, 2);
  const warm = await startLocal(dataDir);
  const memory = memoryOf(warm.pid);
  await warm.stop();
  stage.progress('start', 2, 2);
  return [
    {
      title: 'Cold start, first run in an empty data folder',
      measured: seconds(cold.readyAfterMs),
      aim: 'none',
      met: null,
    },
    { title: 'Warm start', measured: seconds(warm.readyAfterMs), aim: 'none', met: null },
    {
      title: 'Memory of the idle local system, PostgreSQL included (proportional set size)',
      measured: `${Math.round(memory)} MiB`,
      aim: 'none',
      met: null,
    },
  ];
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
