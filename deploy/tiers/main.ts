import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runJest, type FileResult } from './jest-run.js';
import { kafkaImpossible } from './machine.js';
import { summarise, type NotRun } from './summary.js';
import { testFiles, type Run } from './test-files.js';
import { TIERS } from './tier.js';

/** Configuration and number of workers: parts run side by side, what starts the whole system runs alone. */
const RUNS: { run: Run; title: string; config: string; workers: number }[] = [
  { run: 'PARTS', title: 'Onderdelen', config: 'jest.config.mjs', workers: 2 },
  { run: 'JOURNEYS', title: 'Verhalen door het hele systeem', config: 'jest.system.config.mjs', workers: 1 },
  { run: 'SYSTEM', title: 'Het draaiende systeem', config: 'jest.system.config.mjs', workers: 1 },
  { run: 'HARDENING', title: 'Wat het systeem moet weerstaan', config: 'jest.system.config.mjs', workers: 1 },
  { run: 'COMPOSE', title: 'docker-compose.yml, dienst per dienst', config: 'jest.config.mjs', workers: 1 },
  { run: 'FAULTS', title: 'Terwijl van alles stukgaat', config: 'jest.faults.config.mjs', workers: 1 },
];

const root = process.cwd();
const start = Date.now();
const asked = process.argv.slice(2);
const tiers = TIERS.filter(({ name }) => asked.length === 0 || asked.includes(name));
if (tiers.length === 0 || asked.some((name) => !TIERS.some((tier) => tier.name === name))) {
  console.error(`Kies uit: ${TIERS.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

const notRun: NotRun[] = [];
const noKafka = kafkaImpossible();
if (noKafka && tiers.some(({ name }) => ['conformance', 'integration', 'compose', 'faults'].includes(name))) {
  notRun.push({ what: 'de tests op echte Kafka', why: noKafka });
}

const results: FileResult[] = [];
if (asked.length === 0) {
  say('Typen nakijken');
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'], {
    stdio: 'inherit',
  });
  if (status !== 0) results.push({ file: 'typen', passed: 0, failed: 1, skipped: 0 });
}

const files = testFiles(
  root,
  tiers.map(({ name }) => name),
  noKafka ? 'WITHOUT_KAFKA' : 'WITH_KAFKA',
);
for (const { run, title, config, workers } of RUNS) {
  const own = files.get(run);
  if (!own) continue;
  say(`${title}: ${own.length} bestanden`);
  results.push(...(await runJest(root, config, own, workers)));
}

const { lines, failed } = summarise(tiers, results, notRun, process.env['CI'] ? 'BUILD_SERVER' : 'ELSEWHERE');
console.log(lines.join('\n'));
process.exitCode = failed > 0 || results.length === 0 ? 1 : 0;

function say(text: string): void {
  const seconds = Math.round((Date.now() - start) / 1_000);
  console.error(`\n[${String(seconds).padStart(4)} s] ${text}`);
}
