import { fileURLToPath } from 'node:url';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Figure } from '../report/figure.ts';
import { median } from '../report/median.ts';
import type { Stage } from '../stage/stage.ts';

const JUDGE = fileURLToPath(new URL('./judge-texts.ts', import.meta.url));
const AIM = 5_000;
const run = promisify(execFile);

/** Policy evaluations a second on one core, counted in processor time, in a process of its own. */
export async function policyFigures(stage: Stage): Promise<Figure[]> {
  const rates: number[] = [];
  for (let round = 0; round < stage.rounds; round += 1) {
    const { stdout } = await run(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      JUDGE,
      String(stage.seconds),
    ]);
    rates.push(Number(stdout));
    stage.progress('policy', round + 1, stage.rounds);
  }
  const rate = median(rates);
  return [
    {
      title: 'Policy evaluations a second of processor time, texts of 200 words',
      measured: String(Math.round(rate)),
      aim: String(AIM),
      met: rate >= AIM,
    },
  ];
}
