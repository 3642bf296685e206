import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MELDING_RECEIVED, MELDING_TRIAGED } from '#contracts';
import { uuidv7 } from '#platform';
import { eventually } from '#platform/testing';
import { DataSource } from 'typeorm';
import { MeldingLink } from '../../edison/src/meldingen/melding-link.entity.js';
import { startWorld, type World } from './dossier-sync-under-test.js';
import { aMelding } from './melding.builder.js';

const MINUTE_MS = '60000';

describe('the first hand-over of a melding', () => {
  let world: World;
  beforeAll(async () => {
    // So long that only what does not wait for it can be seen.
    world = await startWorld('STORE_THERE', { HAND_OVER_AWAITS_TRIAGE_MS: MINUTE_MS });
  });
  afterAll(() => world.stop());

  const inStore = (meldingId: string): Promise<MeldingLink | null> =>
    world.edison.app.get(DataSource).manager.findOneBy(MeldingLink, { meldingId });
  const openWork = async (key: string): Promise<number> => {
    const [row] = await world.sync.app
      .get(DataSource)
      .query<[{ count: number }]>(
        'SELECT count(*)::int FROM messaging_work WHERE key = $1 AND done_at IS NULL',
        [key],
      );
    return row.count;
  };

  it('goes with its urgency by one call, as soon as triage is done', async () => {
    const melding = aMelding();
    const { meldingId, reference, kind } = melding;
    await world.tell(MELDING_RECEIVED, melding);
    expect(await openWork(meldingId)).toBe(1);
    await world.tell(MELDING_TRIAGED, {
      meldingId,
      reference,
      kind,
      locationId: 'L02',
      caseId: uuidv7(),
      level: 'HIGH',
      reasonCodes: [],
      flags: [],
      policyVersion: '1',
      queue: 'ALGEMEEN',
      team: 'CENTRAAL',
      handlerRole: 'klantenbeheerder_meldingen_communicatie',
      triagedAt: '2026-11-21T20:15:01.000Z',
    });
    await eventually(async () =>
      expect(await inStore(meldingId)).toMatchObject({ level: 'HIGH', version: 1 }),
    );
    await eventually(async () => expect(await openWork(meldingId)).toBe(0));
  });

  it('waits for nothing when it may be a crisis', async () => {
    const melding = aMelding({ kind: 'CRISIS' });
    await world.tell(MELDING_RECEIVED, melding);
    await eventually(async () => expect(await inStore(melding.meldingId)).toMatchObject({ level: null }));
  });
});
