import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { databaseUrl } from '../system/data-folder.js';
import { addresses } from '../system/system-under-test.js';
import { waitUntil } from '../system/wait-until.js';
import { figureOf, parkedAbout, replay, traceOf } from './beheerder.steps.js';
import { report, type Accepted } from './melder.steps.js';
import { anAnonymousMelding } from './melding.builder.js';
import { caseWhen, dossierNumberOf } from './staff.steps.js';

/** The day that the fault is about, which no other suite reports. */
const LEAP_DAY = '2024-02-29';
const THEME = 'ANDERE';

/** A fault of triage as a programmer could make it: opening the case of a melding about a leap day fails. */
const BREAK = `
  CREATE FUNCTION no_leap_days() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.facts ->> 'factDate' = '${LEAP_DAY}' AND NEW.facts -> 'themes' ? '${THEME}' THEN
      RAISE EXCEPTION 'a day that does not exist';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER no_leap_days BEFORE INSERT ON triage_case FOR EACH ROW EXECUTE FUNCTION no_leap_days()`;
const MEND = `
  DROP TRIGGER IF EXISTS no_leap_days ON triage_case;
  DROP FUNCTION IF EXISTS no_leap_days()`;

describe('a poisonous event for one melding', () => {
  let triageDatabase: Client;
  beforeAll(async () => {
    triageDatabase = new Client({ connectionString: databaseUrl('triage') });
    await triageDatabase.connect();
    await triageDatabase.query(BREAK);
  });
  afterAll(async () => {
    await triageDatabase.query(MEND);
    await triageDatabase.end();
  });

  // No other journey asks for a level at this location, where so many meldingen raise the next one (B-1).
  const reportAbout = (factDate: string): Promise<Accepted> =>
    report(anAnonymousMelding({ location: { id: 'L03' }, factDate, themes: [THEME] }));

  it('is parked with reason, age and owner, the others go on, and it is completed once the fault is mended', async () => {
    const { triage } = addresses();
    const poisoned = await reportAbout(LEAP_DAY);
    const others = await Promise.all(['2024-02-28', '2024-03-01', '2024-03-02'].map(reportAbout));
    for (const { id, reference } of others) {
      await caseWhen('kb.mc.een', reference, () => true);
      await dossierNumberOf('kb.mc.een', id);
    }

    const parked = await waitUntil(async () => (await parkedAbout(triage, poisoned.id))[0], 'a parked event');
    expect(parked).toMatchObject({
      owner: 'triage',
      type: 'be.opgroeipunt.melding.received.v1',
      reason: expect.stringContaining('P0001'),
    });
    expect(parked.attempts).toBeGreaterThanOrEqual(1);
    expect(parked.ageSeconds).toBeGreaterThanOrEqual(0);
    expect(await figureOf(triage, 'messaging_parked_events')).toBeGreaterThanOrEqual(1);
    // Only triage has trouble with it: the dossier has it, and nobody says that it was judged.
    await dossierNumberOf('kb.mc.een', poisoned.id);
    expect((await traceOf(poisoned.id)).map(({ step }) => step)).not.toContain('TRIAGED');

    await triageDatabase.query(MEND);
    await replay(triage, parked.id);
    await caseWhen('kb.mc.een', poisoned.reference, () => true);
    await waitUntil(
      async () => ((await traceOf(poisoned.id)).some(({ step }) => step === 'TRIAGED') ? true : undefined),
      'the judgement in the trace',
    );
    expect(await parkedAbout(triage, poisoned.id)).toEqual([]);
  }, 180_000);
});
