import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DIFFERENCE_FOUND, DOSSIER_REGISTERED, MELDING_RECEIVED, RUN_FINISHED } from '#contracts';
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

describe('Reconciliation of intake, ledger and store', () => {
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
  const entryOf = (meldingId: string) => inLedger().findOneByOrFail(LedgerEntry, { meldingId });
  const metrics = async (): Promise<string> => (await fetch(`${world.sync.url}/metrics`)).text();
  const registrationsOf = (meldingId: string) =>
    world.announced
      .filter(({ type, key }) => type === DOSSIER_REGISTERED && key === meldingId)
      .map(({ data }) => data['dossierNumber']);
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
      accepted: 2,
      registered: 1,
      waiting: 0,
      refused: 1,
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
    world.intake.forget(unknown);
    const unaccepted = await registered();
    world.intake.forget(unaccepted);
    const unheard = aMelding();
    world.intake.accept(unheard);

    const expected = [
      { meldingId: lost, difference: 'MISSING_IN_STORE', owner: 'BEHEERDER' },
      { meldingId: altered, difference: 'CONTENT_DIFFERS', owner: 'BEHEERDER' },
      { meldingId: unknown, difference: 'MISSING_IN_LEDGER', owner: 'BEHEERDER' },
      { meldingId: unaccepted, difference: 'MISSING_AT_INTAKE', owner: 'BEHEERDER' },
      { meldingId: unheard.meldingId, difference: 'NEVER_HEARD_OF', owner: 'BEHEERDER' },
    ];
    const { differences, ...counted } = await run();
    // One of the test before is registered, one refused; the lost and the unheard one wait.
    expect(counted).toMatchObject({ accepted: 5, registered: 2, waiting: 2, refused: 1 });
    expect(differences).toHaveLength(5);
    expect(differences).toEqual(expect.arrayContaining(expected));
    await eventually(() =>
      expect(world.announced.filter(({ type }) => type === DIFFERENCE_FOUND)).toHaveLength(5),
    );
    expect(await metrics()).toMatch(
      /^opgroeipunt_reconciliation_differences\{difference="NEVER_HEARD_OF",.*\} 1$/m,
    );
    expect(await metrics()).toMatch(/^opgroeipunt_reconciliation_age_seconds\{/m);

    await Promise.all([lost, altered, unheard.meldingId].map(untilRegistered));
    expect(await inStore().findOneBy(MeldingLink, { meldingId: lost })).not.toBeNull();
    expect(await inStore().findOneBy(MeldingLink, { meldingId: altered })).toMatchObject({
      level: null,
      version: 3,
    });
    const after = await run();
    expect(after).toMatchObject({ accepted: 5, registered: 4, waiting: 0, refused: 1 });
    expect(after.differences.map(({ meldingId }) => meldingId).sort()).toEqual([unknown, unaccepted].sort());
    expect(registrationsOf(lost)).toHaveLength(2);
    expect(registrationsOf(altered)).toHaveLength(1);
  });

  it('finds what the store only said to have registered, and has it registered', async () => {
    world.store.next('CLAIMS_TO_HAVE_REGISTERED');
    const meldingId = await registered();
    const claimed = await entryOf(meldingId);
    expect(await inStore().findOneBy(MeldingLink, { meldingId })).toBeNull();
    expect((await run()).differences).toContainEqual({
      meldingId,
      difference: 'MISSING_IN_STORE',
      owner: 'BEHEERDER',
    });
    await untilRegistered(meldingId);
    const link = await inStore().findOneByOrFail(MeldingLink, { meldingId });
    expect(link.dossierNumber).not.toBe(claimed.dossierNumber);
    expect(await entryOf(meldingId)).toMatchObject({ dossierNumber: link.dossierNumber });
    await eventually(() =>
      expect(registrationsOf(meldingId)).toEqual([claimed.dossierNumber, link.dossierNumber]),
    );
  });

  it('shows as waiting what the store lost, for as long as it does not take it again', async () => {
    const meldingId = await registered();
    await inStore().query(`DELETE FROM timeline_entry WHERE subject_id = $1`, [meldingId]);
    await inStore().delete(MeldingLink, { meldingId });
    world.store.next('REFUSES');
    await run();
    await eventually(async () =>
      expect(await entryOf(meldingId)).toMatchObject({
        state: 'REFUSED',
        owner: 'BEHEERDER',
        dossierNumber: null,
      }),
    );
    expect(await run()).toMatchObject({ refused: 2 });
    await world.post(world.sync, `/api/v1/ledger/${meldingId}/retry`, 'BEHEERDER');
    await untilRegistered(meldingId);
  });

  it('does not call lost what was accepted a moment ago', async () => {
    const careful = await startWorld('STORE_THERE', { RECONCILIATION_GRACE_SECONDS: '600' });
    try {
      careful.intake.accept(aMelding({ receivedAt: new Date().toISOString() }));
      const period = {
        receivedFrom: new Date(Date.now() - 3_600_000).toISOString(),
        receivedUntil: new Date(Date.now() + 3_600_000).toISOString(),
      };
      const path = '/api/v1/reconciliation/runs';
      const { body } = await careful.post<ReconciliationRunDto>(careful.sync, path, 'BEHEERDER', period);
      await eventually(async () => {
        const { items } = (await careful.get<ReconciliationRunPageDto>(careful.sync, path)).body;
        expect(items.find(({ id }) => id === body.id)).toMatchObject({
          state: 'FINISHED',
          accepted: 1,
          waiting: 1,
          differences: [],
        });
      });
    } finally {
      await careful.stop();
    }
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
