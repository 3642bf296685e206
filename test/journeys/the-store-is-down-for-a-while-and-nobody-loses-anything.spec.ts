import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitUntil } from '../system/wait-until.js';
import { reconcile, traceOf } from './beheerder.steps.js';
import { followUp, report, type Accepted } from './melder.steps.js';
import { anAnonymousMelding } from './melding.builder.js';
import { caseWhen, dossierNumberOf } from './staff.steps.js';
import {
  startSystemWithAStoreThatFails,
  type SystemWithAStoreThatFails,
} from './system-with-a-store-that-fails.js';

const MELDINGEN = 8;
const PATIENCE_MS = 60_000;

describe('the store is down for a while', () => {
  let system: SystemWithAStoreThatFails;
  beforeAll(async () => {
    system = await startSystemWithAStoreThatFails();
  }, 200_000);
  afterAll(async () => {
    // Not there when it did not start.
    await (system as SystemWithAStoreThatFails | undefined)?.stop();
  }, 60_000);

  const stepsOf = async ({ followUpCode }: Accepted): Promise<string[]> =>
    (await followUp(followUpCode)).trace.map(({ step }) => step);
  const untilSteps = (accepted: Accepted, holds: (steps: string[]) => boolean, what: string) =>
    waitUntil(
      async () => {
        const steps = await stepsOf(accepted);
        return holds(steps) ? steps : undefined;
      },
      what,
      PATIENCE_MS,
    );

  it('and nobody loses anything', async () => {
    const location = { id: 'L02' };
    const early = await report(anAnonymousMelding({ location }));
    await dossierNumberOf('kb.mc.een', early.id);

    system.toStore.break('HALF_OPEN');
    const sent: Accepted[] = [];
    for (let count = 0; count < MELDINGEN; count += 1)
      sent.push(await report(anAnonymousMelding({ location })));
    for (const accepted of sent) {
      const steps = await untilSteps(accepted, (seen) => seen.includes('DELAYED'), 'a delay that is told');
      expect(steps[0]).toBe('RECEIVED');
      expect(steps).not.toContain('REGISTERED_IN_DOSSIER');
      // Judging and assigning do not wait for the store.
      await caseWhen('kb.mc.een', accepted.reference, () => true);
    }
    expect(await stepsOf(early)).not.toContain('DELAYED');

    system.toStore.mend();
    const numbers = new Set<string>();
    for (const accepted of sent) {
      numbers.add(await dossierNumberOf('kb.mc.een', accepted.id));
      const steps = await untilSteps(
        accepted,
        (seen) => seen.includes('REGISTERED_IN_DOSSIER') && seen.includes('TRIAGED'),
        'the dossier in the trace',
      );
      expect(steps).not.toContain('DELAYED');
      expect(steps.filter((step) => step === 'REGISTERED_IN_DOSSIER')).toHaveLength(1);

      const trace = await traceOf(accepted.id);
      const told = trace.map(({ step }) => step);
      expect(told).toEqual(
        expect.arrayContaining(['RECEIVED', 'TRIAGED', 'DELAYED', 'REGISTERED_IN_DOSSIER']),
      );
      expect(told.indexOf('DELAYED')).toBeLessThan(told.indexOf('REGISTERED_IN_DOSSIER'));
      expect(trace.map(({ at }) => at)).toEqual(trace.map(({ at }) => at).sort());
    }
    expect(numbers.size).toBe(MELDINGEN);
    const counted = [...(await reconcile()).matchAll(/ (\d+)$/gm)].map(([, count]) => Number(count));
    // Accepted, in the dossier, waiting, refused, differences.
    expect(counted).toEqual([MELDINGEN + 1, MELDINGEN + 1, 0, 0, 0]);
  }, 300_000);
});
