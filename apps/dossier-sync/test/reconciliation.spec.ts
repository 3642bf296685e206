import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DIFFERENCE_FOUND, MELDING_RECEIVED, RUN_FINISHED } from '#contracts';
import { eventually } from '#platform/testing';
import { DataSource } from 'typeorm';
import { MeldingLink } from '../../edison/src/meldingen/melding-link.entity.js';
import { LedgerEntry } from '../src/ledger/ledger-entry.entity.js';
import type {
  ReconciliationRunDto,
  ReconciliationRunPageDto,
} from '../src/reconciliation/reconciliation.dto.js';
import { startWorld, type World } from './dossier-sync-under-test.js';
import { aMelding } from './melding.builder.js';

const PERIOD = { receivedFrom: '2026-11-21T00:00:00Z', receivedUntil: '2026-11-22T00:00:00Z' };

describe('Reconciliation of ledger and store', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const inStore = () => world.edison.app.get(DataSource).manager;
  const inLedger = () => world.sync.app.get(DataSource).manager;
  const runs = async (): Promise<ReconciliationRunDto[]> =>
    (await world.get<ReconciliationRunPageDto>(world.sync, '/api/v1/reconciliation/runs', 'AUDITOR')).body
      .items;
  const run = async (): Promise<ReconciliationRunDto> => {
    const { status, body } = await world.post<ReconciliationRunDto>(
      world.sync,
      '/api/v1/reconciliation/runs',
      'BEHEERDER',
      PERIOD,
    );
    expect(status).toBe(202);
    return eventually(async () => {
      const done = (await runs()).find(({ id }) => id === body.id);
      expect(done?.state).toBe('FINISHED');
      return done!;
    });
  };
  const registered = async (): Promise<string> => {
    const melding = aMelding();
    await world.tell(MELDING_RECEIVED, melding);
    await untilRegistered(melding.meldingId);
    return melding.meldingId;
  };
  const untilRegistered = (meldingId: string) =>
    eventually(async () => {
      const entry = await inLedger().findOneByOrFail(LedgerEntry, { meldingId });
      expect(entry.state).toBe('REGISTERED');
      expect(entry.confirmedRevision).toBe(entry.revision);
    });

  it('is done once for a night by itself', async () => {
    await eventually(async () =>
      expect(await runs()).toMatchObject([{ state: 'FINISHED', requestedBy: null }]),
    );
    const second = await world.startSync(world.sync.env['DATABASE_URL']);
    await second.stop();
    expect((await runs()).filter(({ night }) => night !== null)).toHaveLength(1);
  });

  it('finds nothing when they agree, and counts what is still open apart', async () => {
    await registered();
    world.store.next('REFUSES');
    const refused = aMelding();
    await world.tell(MELDING_RECEIVED, refused);
    await eventually(async () =>
      expect(await inLedger().findOneByOrFail(LedgerEntry, { meldingId: refused.meldingId })).toMatchObject({
        state: 'REFUSED',
      }),
    );
    expect(await run()).toMatchObject({
      read: 1,
      matching: 1,
      open: 1,
      differences: [],
      requestedBy: 'iemand',
    });
    await eventually(() =>
      expect(world.announced.filter(({ type }) => type === RUN_FINISHED).at(-1)?.data).toMatchObject({
        read: 1,
        unchanged: 1,
        added: 0,
      }),
    );
  });

  it('finds each kind of difference, tells it, and mends what is ours', async () => {
    const [lost, altered, unknown] = [await registered(), await registered(), await registered()];
    await inStore().query(`DELETE FROM timeline_entry WHERE subject_id = $1`, [lost]);
    await inStore().delete(MeldingLink, { meldingId: lost });
    await inStore().update(MeldingLink, { meldingId: altered }, { level: 'LOW', version: 2 });
    await inLedger().delete(LedgerEntry, { meldingId: unknown });

    const expected = [
      { meldingId: lost, difference: 'MISSING_IN_STORE', owner: 'BEHEERDER' },
      { meldingId: altered, difference: 'CONTENT_DIFFERS', owner: 'BEHEERDER' },
      { meldingId: unknown, difference: 'MISSING_IN_LEDGER', owner: 'BEHEERDER' },
    ];
    const { differences } = await run();
    expect(differences).toHaveLength(3);
    expect(differences).toEqual(expect.arrayContaining(expected));
    await eventually(() =>
      expect(world.announced.filter(({ type }) => type === DIFFERENCE_FOUND)).toHaveLength(3),
    );

    await Promise.all([untilRegistered(lost), untilRegistered(altered)]);
    expect(await inStore().findOneBy(MeldingLink, { meldingId: lost })).not.toBeNull();
    expect(await inStore().findOneBy(MeldingLink, { meldingId: altered })).toMatchObject({
      level: null,
      version: 3,
    });
    expect((await run()).differences.map(({ meldingId }) => meldingId)).toEqual([unknown]);
  });

  it('is done when the store is back', async () => {
    world.store.goAway();
    const asked = run();
    await eventually(async () => expect((await runs())[0]?.state).toBe('RUNNING'));
    world.store.comeBack();
    expect((await asked).state).toBe('FINISHED');
  });

  it('refuses a period that ends before it begins', async () => {
    const period = { receivedFrom: PERIOD.receivedUntil, receivedUntil: PERIOD.receivedFrom };
    const answer = await world.post(world.sync, '/api/v1/reconciliation/runs', 'BEHEERDER', period);
    expect(answer).toMatchObject({ status: 400, body: { code: 'EMPTY_PERIOD' } });
  });

  it('is started by the beheerder only', async () => {
    expect((await world.post(world.sync, '/api/v1/reconciliation/runs', 'KB_MC', PERIOD)).status).toBe(403);
  });
});
