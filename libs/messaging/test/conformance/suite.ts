import { afterAll, afterEach, beforeAll, beforeEach, describe, jest } from '@jest/globals';
import { World, type TransportUnderTest } from '../fixture/world.js';
import { awayOrDead } from './away-or-dead.js';
import { blocksOnlyItsOwnAggregate } from './blocks-only-its-own.js';
import { foreignRecords } from './foreign-records.js';
import { claimedWorkHasALease } from './leases.js';
import { noEventWithoutItsChange } from './without-its-change.js';
import { onceInEffect } from './once-in-effect.js';
import { orderPerAggregate } from './order-per-aggregate.js';
import { prunedHistory } from './pruned-history.js';
import { rebuiltProjections } from './rebuilt-projections.js';
import { safeReplay } from './safe-replay.js';
import { schemasOverTime } from './schemas-over-time.js';
import { urgentFirst } from './urgent-first.js';
import type { Setting } from './setting.js';

/** The guarantees of README.md, by name. Every transport passes all of them. */
export function conformance(underTest: TransportUnderTest): void {
  describe(`messaging over the ${underTest.name}`, () => {
    jest.setTimeout(120_000);
    const the: Setting = { world: new World(underTest) };

    beforeAll(() => underTest.start(), 120_000);
    afterAll(() => underTest.stop());
    beforeEach(async () => {
      the.world = new World(underTest);
      await the.world.createTopics();
    });
    afterEach(() => the.world.close());

    noEventWithoutItsChange(the);
    onceInEffect(the);
    orderPerAggregate(the);
    blocksOnlyItsOwnAggregate(the);
    foreignRecords(the);
    schemasOverTime(the);
    urgentFirst(the);
    safeReplay(the);
    rebuiltProjections(the);
    prunedHistory(the);
    claimedWorkHasALease(the);
    awayOrDead(the);
  });
}
