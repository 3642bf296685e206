import {
  BROKER,
  DATABASE,
  LINK_FAULTS,
  MAIL_FAULTS,
  MAIL_LINK,
  STORE_FAULTS,
  STORE_LINK,
  type Breakable,
  type Fault,
  type FaultKind,
} from './fault.js';
import { pick, randomOf, shuffled } from './random.js';

interface Sort {
  kind: FaultKind;
  targets: string[];
  /** How often it is drawn against others. */
  weight: number;
  /** Shortest and longest time, in milliseconds. */
  lasts: [number, number];
}

const HOUR = 3_600;
const CLOCK_JUMPS = [HOUR, -HOUR, 24 * HOUR, -24 * HOUR];
/** Time between the starts of two faults: they overlap. */
const GAP: [number, number] = [300, 1_300];
/** The session time of consumers is 6 s. */
const PAST_SESSION: [number, number] = [7_500, 9_000];

/**
 * Which faults happen when: follows from the seed and from what can be broken, and from nothing else. Every kind
 * comes once, in an order of the seed, before any comes again.
 */
export function faultPlan(seed: number, breakable: Breakable, count: number): Fault[] {
  const random = randomOf(seed);
  const between = ([least, most]: [number, number]) => Math.round(least + random() * (most - least));
  const sorts = sortsOf(breakable).filter(({ targets }) => targets.length > 0);
  const total = sorts.reduce((sum, { weight }) => sum + weight, 0);
  const once = shuffled(random, sorts);
  return Array.from({ length: count }, (_, index): Fault => {
    const { kind, targets, lasts } = once[index] ?? draw(sorts, random() * total);
    return {
      number: index + 1,
      kind,
      target: pick(random, targets),
      afterMs: between(GAP),
      forMs: between(lasts),
      ...(kind === 'CLOCK_JUMPED' && { clockSeconds: pick(random, CLOCK_JUMPS) }),
    };
  });
}

function draw(sorts: Sort[], drawn: number): Sort {
  let left = drawn;
  for (const sort of sorts) {
    left -= sort.weight;
    if (left < 0) return sort;
  }
  throw new Error('nothing can be broken');
}

function sortsOf(breakable: Breakable): Sort[] {
  const { links } = breakable;
  const when = (possible: boolean, target: string) => (possible ? [target] : []);
  return [
    // Where all is one process it takes everything along, and as long as it starts nothing else can be tried.
    {
      kind: 'PROCESS_KILLED',
      targets: breakable.processes,
      weight: breakable.processes.length > 1 ? 6 : 1.5,
      lasts: [0, 1_500],
    },
    {
      kind: 'PROCESS_PAUSED',
      targets: breakable.pausable,
      weight: breakable.pausable.length > 1 ? 3 : 0.7,
      lasts: PAST_SESSION,
    },
    { kind: 'BROKER_KILLED', targets: when(breakable.hasBroker, BROKER), weight: 1, lasts: [0, 3_000] },
    { kind: 'DATABASE_KILLED', targets: [DATABASE], weight: 1, lasts: [0, 2_000] },
    { kind: 'DATABASE_SESSION_KILLED', targets: [DATABASE], weight: 1.5, lasts: [0, 0] },
    { kind: 'DISK_FULL', targets: when(breakable.hasSmallDisk, DATABASE), weight: 1, lasts: [1_500, 3_000] },
    { kind: 'CLOCK_JUMPED', targets: breakable.clocks, weight: 2, lasts: [2_000, 5_000] },
    { kind: 'EVENTS_TOLD_AGAIN', targets: breakable.tellers, weight: 2, lasts: [0, 0] },
    { kind: 'OLDER_PROGRAM', targets: breakable.older, weight: 1, lasts: [2_000, 4_000] },
    ...LINK_FAULTS.map((fault): Sort => ({
      kind: `LINK_${fault}`,
      targets: links,
      weight: 2.5,
      lasts: [1_000, 5_000],
    })),
    ...MAIL_FAULTS.map((fault): Sort => ({
      kind: `MAIL_${fault}`,
      targets: links.filter((link) => link === MAIL_LINK),
      weight: 0.7,
      lasts: [1_000, 3_000],
    })),
    ...STORE_FAULTS.map((fault): Sort => ({
      kind: `STORE_${fault}`,
      targets: links.filter((link) => link === STORE_LINK),
      weight: 0.8,
      lasts: [1_000, 4_000],
    })),
  ];
}

/** One line a fault, for the person who reads a failing run. */
export function describeFault({ number, kind, target, afterMs, forMs, clockSeconds }: Fault): string {
  const jump = clockSeconds === undefined ? '' : ` by ${clockSeconds / HOUR} h`;
  return `${String(number).padStart(4)}  +${afterMs} ms  ${kind} ${target}${jump} for ${forMs} ms`;
}
