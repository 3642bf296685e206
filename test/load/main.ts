// `npm run bench`: measures, prints each figure and writes docs/figures.md. Options: --only a,b --seconds n --rounds n.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import pg from 'pg';
import { acceptingFigures } from './accepting/accepting.figure.ts';
import { localAcceptingFigures } from './accepting/local-accepting.figure.ts';
import { crisisFigures } from './crisis/crisis.figure.ts';
import { dossierFigures } from './dossier/dossier.figure.ts';
import { eventsFigures } from './events/events.figure.ts';
import { policyFigures } from './policy/policy.figure.ts';
import type { Figure } from './report/figure.ts';
import { figuresDocument } from './report/figures-document.ts';
import { startDatabaseServer } from './stage/database-server.ts';
import type { Stage } from './stage/stage.ts';
import { startingFigures } from './starting/starting.figure.ts';
import { worklistFigures } from './worklist/worklist.figure.ts';

const MEASUREMENTS: Record<string, (stage: Stage) => Promise<Figure[]>> = {
  policy: policyFigures,
  accepting: acceptingFigures,
  local: localAcceptingFigures,
  events: eventsFigures,
  dossier: dossierFigures,
  crisis: crisisFigures,
  worklist: worklistFigures,
  starting: startingFigures,
};
const DOCUMENT = fileURLToPath(new URL('../../docs/figures.md', import.meta.url));

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(MEASUREMENTS).join(',') },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '5' },
  },
});
const chosen = values.only.split(',');
const unknown = chosen.filter((name) => !(name in MEASUREMENTS));
if (unknown.length > 0) {
  process.stderr.write(`Onbekend: ${unknown.join(', ')}. Wel: ${Object.keys(MEASUREMENTS).join(', ')}.\n`);
  process.exit(1);
}

const loadBefore = loadavg()[0] ?? 0;
const folder = mkdtempSync(join(tmpdir(), 'opgroeipunt-bench-'));
const server = await startDatabaseServer(folder);
const bar = new SingleBar({
  format: '{what} {bar} {value}/{total}',
  stream: process.stderr,
  noTTYOutput: true,
  notTTYSchedule: 5_000,
});
const stage: Stage = {
  server,
  folder,
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
  progress: (what, done, total) => {
    if (done === 1) bar.start(total, 0, { what });
    bar.update(done, { what });
    if (done === total) bar.stop();
  },
};

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopping = true;
    // The database server has a session of its own; it would outlive us.
    void server.stop().finally(() => process.exit(130));
  });
}

try {
  const figures: Figure[] = [];
  const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`.trimEnd();
  const postgres = await versionOf(server.adminUrl);
  for (const name of chosen) {
    for (const figure of (await MEASUREMENTS[name]?.(stage)) ?? []) {
      process.stdout.write(`${figure.title}: ${figure.measured} (aim: ${figure.aim})\n`);
      figures.push(figure);
    }
    // After each, so that a run that is broken off leaves what it measured.
    writeFileSync(DOCUMENT, figuresDocument({ figures, command, at: new Date(), loadBefore, postgres }));
  }
  process.stdout.write('Geschreven: docs/figures.md\n');
} finally {
  if (!stopping) await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function versionOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  await client.end();
  return rows[0]?.server_version ?? 'unknown';
}
