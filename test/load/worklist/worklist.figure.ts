import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../report/figure.ts';
import { median } from '../report/median.ts';
import { connectTo } from '../stage/local-database.ts';
import { startLocal, type LocalStart } from '../stage/local-start.ts';
import type { Stage } from '../stage/stage.ts';
import { loadCases } from './load-cases.ts';
import { askerOf, type Ask, type Page } from './worklist-asker.ts';

const FEW = 10_000;
const MANY = 1_000_000;
const AIM = 1.5;
/** Requests of each kind to each size in a round. */
const ASKED = 60;
const LIMIT = '25';
const LARGEST_PAGE = '100';
/** How far down the list of open cases, a tenth of all, the deep page is. */
const DEEP = 0.9;

const TITLES = {
  first: 'First page of the worklist',
  deep: 'Page after nine tenths of the worklist',
  search: 'Search by reference',
};
type What = keyof typeof TITLES;
type Requests = Record<What, () => Promise<Page>>;

/** What the worklist takes with a million cases against ten thousand, over HTTP, the same requests of the same person. */
export async function worklistFigures(stage: Stage): Promise<Figure[]> {
  const starts: LocalStart[] = [];
  const prepared = async (cases: number): Promise<Requests> => {
    const local = await startLocal(mkdtempSync(join(stage.folder, 'worklist-')));
    starts.push(local);
    const triage = await connectTo(local, 'triage');
    await loadCases(triage, cases, (done, total) => stage.progress(`${cases} cases`, done, total));
    await triage.end();
    return requestsOf(await askerOf(local), cases);
  };
  try {
    const few = await prepared(FEW);
    const many = await prepared(MANY);
    const figures: Figure[] = [];
    for (const what of Object.keys(TITLES) as What[]) {
      figures.push(await compared(TITLES[what], stage.rounds, few[what], many[what]));
    }
    return figures;
  } finally {
    for (const local of starts) await local.stop();
  }
}

async function requestsOf(ask: Ask, cases: number): Promise<Requests> {
  const pages = (cases / 10 / Number(LARGEST_PAGE)) * DEEP;
  let page = await ask({ limit: LARGEST_PAGE });
  for (let number = 1; number < pages; number += 1) {
    page = await ask({ limit: LARGEST_PAGE, cursor: page.nextCursor ?? '' });
  }
  const cursor = page.nextCursor ?? '';
  const reference = page.items[0]?.reference ?? '';
  return {
    first: () => ask({ limit: LIMIT }),
    deep: () => ask({ limit: LIMIT, cursor }),
    search: () => ask({ limit: LIMIT, q: reference }),
  };
}

type Request = () => Promise<Page>;

/** One request to the one and one to the other in turn, so that what else the machine does slows both alike. */
async function compared(title: string, rounds: number, few: Request, many: Request): Promise<Figure> {
  const times: { few: number[]; many: number[] } = { few: [], many: [] };
  for (let asked = 0; asked < ASKED * rounds; asked += 1) {
    times.few.push(await timeOf(few));
    times.many.push(await timeOf(many));
  }
  const [one, other] = [median(times.few), median(times.many)];
  const ratio = other / one;
  return {
    title: `${title}, ${MANY} cases against ${FEW}`,
    measured: `${ratio.toFixed(2)} times (${other.toFixed(1)} against ${one.toFixed(1)} ms)`,
    aim: `${AIM} times`,
    met: ratio <= AIM,
  };
}

async function timeOf(request: Request): Promise<number> {
  const from = performance.now();
  const { items } = await request();
  const took = performance.now() - from;
  if (items.length === 0) throw new Error('an empty page was measured');
  return took;
}
