import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '../../system/wait-until.js';
import { collectFacts, query } from '../ledger/collect-facts.js';
import type { Finding } from '../ledger/finding.js';
import { judgeLedger, NOTHING_COUNTED, type LedgerVerdict } from '../ledger/judge-ledger.js';
import { KafkaSystem } from '../machine/kafka-system.js';
import { LocalSystemUnderFaults } from '../machine/local-system.js';
import type { SystemUnderFaults } from '../machine/system-under-faults.js';
import { describeFault, faultPlan } from '../plan/fault-plan.js';
import type { Fault, Way } from '../plan/fault.js';
import { randomOf } from '../plan/random.js';
import { LOCATIONS } from '../stream/melding-bodies.js';
import { MeldingStream, type StreamResult } from '../stream/melding-stream.js';
import { FaultInjector } from './fault-injector.js';
import { settle, type Settled } from './settling.js';
import { storyOf } from './story.js';

const MOST_STORIES = 2;
const ON_THEIR_WAY_MS = 45_000;
const COUNTED_WITHIN_MS = 180_000;
const COUNT_AGAIN_MS = 2_000;
const LAST_OF_LOG = 6_000;

export interface Round extends LedgerVerdict, Settled {
  way: Way;
  seed: number;
  planned: number;
  /** What happened of the plan. */
  plan: Fault[];
  unanswered: number;
  endedByThemselves: string[];
  /** Of meldingen for which a promise was not kept. */
  stories: string[];
}

export type Say = (line: string) => void;

const LOCATIONS_WITHIN_MS = 60_000;

/** Starts it whole; ready when the locations that meldingen will name came over from the store. */
export async function startSystem(way: Way): Promise<SystemUnderFaults> {
  const system = await (way === 'kafka' ? KafkaSystem.start() : LocalSystemUnderFaults.start());
  try {
    await waitUntil(() => knowsLocations(system), 'locations in intake', LOCATIONS_WITHIN_MS, 500);
    return system;
  } catch (error) {
    await system.stop();
    throw error;
  }
}

async function knowsLocations(system: SystemUnderFaults): Promise<true | undefined> {
  const known = await query<{ id: string }>(system, 'intake', 'SELECT id FROM location');
  return LOCATIONS.every((wanted) => known.some(({ id }) => id === wanted)) ? true : undefined;
}

/** Rounds of faults on one running system; the ledger is counted over all meldingen since its start. */
export class FaultRounds {
  private readonly all: StreamResult = { sent: 0, accepted: [], unanswered: 0 };

  constructor(
    private readonly system: SystemUnderFaults,
    private readonly say: Say,
  ) {}

  /** Never throws: whatever went wrong is a finding of a round that tells its seed. */
  async run(seed: number, count: number): Promise<Round> {
    const { system, say } = this;
    const plan = faultPlan(seed, system.breakable, count);
    say(`way ${system.way}, seed ${seed}: ${count} faults`);
    const stream = new MeldingStream(system.url('intake'), randomOf(seed + 1_000_003));
    const missed = new Set<Fault>();
    const broken = await wordsOf(this.inject(plan, missed));
    const unsent = await wordsOf(stream.end().then((result) => this.add(result)));
    say('all mended; waiting until nothing is left to do');
    const settled = await settle(system);
    say('counting the ledger');
    const verdict = await this.lastVerdict();
    const findings: Finding[] = [
      ...[broken, unsent]
        .flatMap((text) => text ?? [])
        .map((text) => ({ rule: 'EVERYTHING_BREAKABLE' as const, text })),
      ...(settled.unsettled ? [{ rule: 'SETTLES' as const, text: settled.unsettled }] : []),
      ...unhandled(system.endedByThemselves()),
      ...verdict.findings,
    ];
    return {
      ...settled,
      counts: verdict.counts,
      findings,
      way: system.way,
      seed,
      planned: count,
      plan: plan.filter((fault) => !missed.has(fault)),
      unanswered: this.all.unanswered,
      endedByThemselves: system.endedByThemselves(),
      stories: await this.storiesOf(findings),
    };
  }

  private inject(plan: Fault[], missed: Set<Fault>): Promise<void> {
    const { system, say } = this;
    return new FaultInjector(system).inject(plan, {
      onFault: (fault) => say(describeFault(fault)),
      onLate: ({ number, kind, target }, tookMs) =>
        say(`      ${number} ${kind} ${target}: whole again after ${tookMs} ms`),
      onMissed: (fault) => {
        missed.add(fault);
        say(`      ${fault.number} ${fault.kind} ${fault.target}: got no chance`);
      },
    });
  }

  /** Events that left their outbox may still be on their way: a promise is broken when nothing gets better. */
  private async lastVerdict(): Promise<LedgerVerdict> {
    const last = Date.now() + COUNTED_WITHIN_MS;
    let verdict = await this.count();
    let until = Date.now() + ON_THEIR_WAY_MS;
    while (verdict.findings.length > 0 && Date.now() < Math.min(until, last)) {
      await pause(COUNT_AGAIN_MS);
      const next = await this.count();
      if (next.findings.length < verdict.findings.length) until = Date.now() + ON_THEIR_WAY_MS;
      verdict = next;
    }
    return verdict;
  }

  private async count(): Promise<LedgerVerdict> {
    try {
      return judgeLedger(await collectFacts(this.system, this.all));
    } catch (error) {
      return {
        counts: NOTHING_COUNTED,
        findings: [{ rule: 'SETTLES', text: `cannot count: ${String(error)}` }],
      };
    }
  }

  private async storiesOf(findings: Finding[]): Promise<string[]> {
    const failed = [...new Set(findings.flatMap(({ meldingId }) => meldingId ?? []))].slice(0, MOST_STORIES);
    const told = await Promise.allSettled(failed.map((id) => storyOf(this.system, id)));
    const stories = told.map((story) => (story.status === 'fulfilled' ? story.value : String(story.reason)));
    return findings.length === 0
      ? []
      : [...stories, `Last of the log\n${this.system.logs().slice(-LAST_OF_LOG)}`];
  }

  private add({ sent, accepted, unanswered }: StreamResult): void {
    this.all.sent += sent;
    this.all.accepted.push(...accepted);
    this.all.unanswered += unanswered;
  }
}

/** A start may fail while what it needs is away; an error that nobody handles is a fault of the program. */
function unhandled(endings: string[]): Finding[] {
  return endings
    .filter((words) => /Unhandled 'error' event|ERR_UNHANDLED_REJECTION|Uncaught/.test(words))
    .map((text) => ({ rule: 'NOTHING_UNHANDLED', text }));
}

async function wordsOf(happening: Promise<void>): Promise<string | undefined> {
  try {
    await happening;
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.message} (${String(error.cause)})` : String(error);
  }
}
