import { waitUntil } from '../../system/wait-until.js';
import { collectFacts, query } from '../ledger/collect-facts.js';
import { judgeLedger, type LedgerVerdict } from '../ledger/judge-ledger.js';
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

export interface Round extends LedgerVerdict, Settled {
  way: Way;
  seed: number;
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
    await waitUntil(() => knowsLocations(system), 'locations in intake', LOCATIONS_WITHIN_MS);
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

  async run(seed: number, count: number): Promise<Round> {
    const { system, say } = this;
    const plan = faultPlan(seed, system.breakable, count);
    say(`way ${system.way}, seed ${seed}: ${count} faults`);
    const stream = new MeldingStream(system.url('intake'), randomOf(seed + 1_000_003));
    await new FaultInjector(system).inject(plan, (fault) => say(describeFault(fault)));
    this.add(await stream.end());
    say('all mended; waiting until nothing is left to do');
    const settled = await settle(system);
    const verdict = judgeLedger(await collectFacts(system, this.all));
    const failed = new Set(verdict.findings.flatMap(({ meldingId }) => meldingId ?? []));
    const stories = await Promise.all([...failed].slice(0, MOST_STORIES).map((id) => storyOf(system, id)));
    return {
      ...verdict,
      ...settled,
      way: system.way,
      seed,
      plan,
      unanswered: this.all.unanswered,
      endedByThemselves: system.endedByThemselves(),
      stories,
    };
  }

  private add({ sent, accepted, unanswered }: StreamResult): void {
    this.all.sent += sent;
    this.all.accepted.push(...accepted);
    this.all.unanswered += unanswered;
  }
}
