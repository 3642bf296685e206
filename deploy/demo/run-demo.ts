import { setTimeout as delay } from 'node:timers/promises';
import type { DemoFixture } from './demo-fixture.js';
import { outcomeOf, type AcceptedMelding } from './follow-melding.js';
import { differences, type Outcome } from './judgement.js';
import type { RunningSystem } from './running-system.js';

const PATIENCE_MS = 90_000;
const PAUSE_MS = 250;

export interface DemoResult {
  fixture: DemoFixture;
  reference: string;
  outcome: Outcome;
  /** Empty when all is as expected. */
  differences: string[];
}

/** Sends the fixtures in their order and follows each until it matches, or until patience has run out. */
export async function runDemo(
  system: RunningSystem,
  fixtures: DemoFixture[],
  onDone: (result: DemoResult) => void,
): Promise<DemoResult[]> {
  const followed: Promise<DemoResult>[] = [];
  for (const fixture of fixtures) {
    const accepted = await send(system, fixture);
    const result = follow(system, fixture, accepted).then((done) => (onDone(done), done));
    result.catch(() => undefined); // told below, together with the others
    followed.push(result);
  }
  return Promise.all(followed);
}

function send(system: RunningSystem, { channel, melding }: DemoFixture): Promise<AcceptedMelding> {
  return channel === 'WEB'
    ? system.post('intake', '/api/v1/meldingen', melding, 'PUBLIC')
    : system.post('intake', '/api/v1/staff/meldingen', { ...melding, channel }, 'STAFF');
}

async function follow(
  system: RunningSystem,
  fixture: DemoFixture,
  accepted: AcceptedMelding,
): Promise<DemoResult> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const outcome = await outcomeOf(system, accepted);
    const found = differences(fixture, outcome);
    if (found.length === 0 || Date.now() > until) {
      return { fixture, reference: accepted.reference, outcome, differences: found };
    }
    await delay(PAUSE_MS);
  }
}
