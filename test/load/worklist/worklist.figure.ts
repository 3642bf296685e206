import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BOOTSTRAP } from '../../system/local-system.ts';
import type { Figure } from '../report/figure.ts';
import { median } from '../report/median.ts';
import { connectTo } from '../stage/local-database.ts';
import { startLocal, type LocalStart } from '../stage/local-start.ts';
import type { Stage } from '../stage/stage.ts';
import { loadCases } from './load-cases.ts';

const FEW = 10_000;
const MANY = 1_000_000;
const AIM = 1.5;
const ASKED = 60;
const LIMIT = 25;
/** Pages before the deep one; both sizes have that many open cases. */
const DEEP = 30;
const run = promisify(execFile);

type Times = Record<'first' | 'deep' | 'search', number>;

const TITLES: Record<keyof Times, string> = {
  first: 'First page of the worklist',
  deep: `Page ${DEEP + 1} of the worklist`,
  search: 'Search by reference',
};

/** What the worklist takes with a million cases against ten thousand, over HTTP, the same requests of the same person. */
export async function worklistFigures(stage: Stage): Promise<Figure[]> {
  const local = await startLocal(mkdtempSync(join(stage.folder, 'worklist-')));
  const triage = await connectTo(local, 'triage');
  try {
    const ask = await asker(local);
    const load = (from: number, until: number) =>
      loadCases(triage, from, until, (done) =>
        stage.progress('cases loaded', Math.ceil(done / 20_000), Math.ceil((until - from) / 20_000)),
      );
    await load(0, FEW);
    const few = await timesOf(ask);
    await load(FEW, MANY);
    const many = await timesOf(ask);
    return (Object.keys(TITLES) as (keyof Times)[]).map((what) => {
      const ratio = many[what] / few[what];
      return {
        title: `${TITLES[what]}, ${MANY} cases against ${FEW}`,
        measured: `${ratio.toFixed(2)} times (${many[what].toFixed(1)} against ${few[what].toFixed(1)} ms)`,
        aim: `${AIM} times`,
        met: ratio <= AIM,
      };
    });
  } finally {
    await triage.end();
    await local.stop();
  }
}

interface Page {
  items: { reference: string }[];
  nextCursor: string | null;
}
type Ask = (query: Record<string, string>) => Promise<Page>;

async function asker({ addresses, portOffset, dataDir }: LocalStart): Promise<Ask> {
  const { stdout } = await run(process.execPath, [BOOTSTRAP, 'token', 'wacht.een'], {
    env: { ...process.env, NODE_OPTIONS: '', PORT_OFFSET: String(portOffset), OPGROEIPUNT_DATA_DIR: dataDir },
  });
  const headers = { authorization: `Bearer ${stdout.trim()}` };
  return async (query) => {
    const answer = await fetch(
      `${addresses.triage}/api/v1/worklist?${new URLSearchParams(query).toString()}`,
      {
        headers,
      },
    );
    if (!answer.ok) throw new Error(`the worklist answered ${answer.status}`);
    return (await answer.json()) as Page;
  };
}

async function timesOf(ask: Ask): Promise<Times> {
  const limit = String(LIMIT);
  let page = await ask({ limit });
  for (let number = 1; number < DEEP; number += 1) page = await ask({ limit, cursor: page.nextCursor ?? '' });
  const cursor = page.nextCursor ?? '';
  const reference = page.items[0]?.reference ?? '';
  return {
    first: await timeOf(() => ask({ limit })),
    deep: await timeOf(() => ask({ limit, cursor })),
    search: await timeOf(() => ask({ limit, q: reference })),
  };
}

/** Milliseconds in the middle of many. */
async function timeOf(request: () => Promise<Page>): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < ASKED; number += 1) {
    const from = performance.now();
    const { items } = await request();
    times.push(performance.now() - from);
    if (items.length === 0) throw new Error('an empty page was measured');
  }
  return median(times);
}
