import { FaultRounds, startSystem, type Round } from './run-faults.js';
import { faultArguments } from './arguments.js';
import { keepLog } from './kept-log.js';
import { roundReport } from './round-report.js';
import type { Way } from '../plan/fault.js';

const MINUTE_MS = 60_000;

/** `npm run faults -- --minutes N --seed S [--way local|kafka] [--faults N]`: exit code 1 when a promise was not kept. */
async function main(): Promise<void> {
  const { seed, ways, faults, minutes } = faultArguments(process.argv.slice(2));
  let kept = true;
  for (const way of ways) {
    const until = Date.now() + (minutes / ways.length) * MINUTE_MS;
    for (const round of await roundsOf(way, seed, faults, until)) kept &&= round.findings.length === 0;
  }
  process.exit(kept ? 0 : 1);
}

async function roundsOf(way: Way, seed: number, faults: number, until: number): Promise<Round[]> {
  const started = Date.now();
  const say = (line: string) => console.log(`[${seconds(started)} s] ${line}`);
  const system = await startSystem(way);
  const interrupt = () => void system.stop().then(() => process.exit(130));
  process.once('SIGINT', interrupt);
  try {
    for (const reason of system.notPossible) say(`not run: ${reason}`);
    const rounds = new FaultRounds(system, say);
    const done: Round[] = [];
    do {
      const round = await rounds.run(seed + done.length, faults);
      done.push(round);
      console.log(roundReport(round));
      if (round.findings.length > 0) break; // the next round would find the same meldingen again
    } while (Date.now() < until);
    return done;
  } finally {
    process.off('SIGINT', interrupt);
    keepLog(system);
    await system.stop();
  }
}

function seconds(since: number): string {
  return String(Math.round((Date.now() - since) / 1_000)).padStart(4);
}

await main();
