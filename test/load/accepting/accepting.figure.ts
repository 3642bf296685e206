import { fileURLToPath } from 'node:url';
import { median } from '../report/median.ts';
import type { Figure } from '../report/figure.ts';
import type { Stage } from '../stage/stage.ts';
import { freePort } from '../stage/database-server.ts';
import { startIntake } from '../stage/intake-process.ts';
import { startProgram, type Program } from '../stage/program.ts';
import { acceptedASecond } from './throughput.ts';

const BARE = fileURLToPath(new URL('./bare-service.ts', import.meta.url));
const AIMS = [
  { connections: 1, aim: null },
  { connections: 8, aim: 0.6 },
  { connections: 32, aim: 0.8 },
];

/** Accepted POSTs of intake, as a process of its own with its relay at work, against a bare service. */
export async function acceptingFigures(stage: Stage): Promise<Figure[]> {
  const bare = await startBare(stage);
  const intake = await startIntake(stage.server, stage.folder);
  try {
    const meldingen = `${intake.url}/api/v1/meldingen`;
    await acceptedASecond(bare.url, 8, stage.seconds);
    await acceptedASecond(meldingen, 8, stage.seconds);
    const figures: Figure[] = [];
    for (const { connections, aim } of AIMS) {
      const rounds: { bare: number; ours: number }[] = [];
      for (let round = 0; round < stage.rounds; round += 1) {
        await intake.drained();
        rounds.push({
          bare: await acceptedASecond(bare.url, connections, stage.seconds),
          ours: await acceptedASecond(meldingen, connections, stage.seconds),
        });
        stage.progress(`intake, ${connections} connections`, round + 1, stage.rounds);
      }
      figures.push(figureOf(connections, aim, rounds));
    }
    return figures;
  } finally {
    await intake.stop();
    await bare.stop();
  }
}

function figureOf(connections: number, aim: number | null, rounds: { bare: number; ours: number }[]): Figure {
  const ratio = median(rounds.map(({ bare, ours }) => ours / bare));
  const bare = Math.round(median(rounds.map((round) => round.bare)));
  const ours = Math.round(median(rounds.map((round) => round.ours)));
  return {
    title: `Accepted POSTs, intake as a process, ${connections} connections`,
    measured: `${ratio.toFixed(2)} of bare (${ours} against ${bare} a second)`,
    aim: aim === null ? 'none' : `${aim} of bare`,
    met: aim === null ? null : ratio >= aim,
  };
}

export async function startBare(stage: Stage): Promise<Program> {
  const databaseUrl = await stage.server.ensureDatabase({ name: 'load_bare', password: 'load' });
  const port = await freePort();
  return startProgram(
    [BARE],
    { NODE_ENV: 'production', DATABASE_URL: databaseUrl, PORT: String(port) },
    { port, ready: '/ready' },
  );
}
