import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InProcessTransport } from '#messaging';
import { eventually, startTestService, type TestService } from '#platform/testing';
import { DataSource } from 'typeorm';
import { MeldingLink } from '../../edison/src/meldingen/melding-link.entity.js';
import { intakeService } from '../../intake/src/service.js';
import type { LedgerEntryDto } from '../src/ledger/ledger.dto.js';
import type {
  ReconciliationRunDto,
  ReconciliationRunPageDto,
} from '../src/reconciliation/reconciliation.dto.js';
import { startWorld, type World } from './dossier-sync-under-test.js';

const RUNS = '/api/v1/reconciliation/runs';
const DAY_MS = 86_400_000;
const MELDING = {
  kind: 'MELDING',
  submitterType: 'BURGER',
  identityMode: 'ANONYMOUS',
  location: { description: 'De opvang met de gele poort', municipality: 'Droommolen' },
  factDate: '2026-11-20',
  description: 'Het hek rond de buitenspeelplaats staat al een paar weken los.',
  answers: { immediateDanger: 'no' },
  themes: ['TOEZICHT_VEILIGHEID'],
};

/** The real intake, linked to nobody: what it accepts reaches dossier-sync by no event. */
describe('Meldingen that dossier-sync never heard of', () => {
  let world: World;
  let intake: TestService;
  const sent: { id: string; reference: string }[] = [];

  beforeAll(async () => {
    world = await startWorld();
    intake = await startTestService(intakeService, {
      identity: world.identity,
      transport: new InProcessTransport(),
      env: { INTAKE_PUBLIC_RATE_PER_MINUTE: '0' },
    });
    world.settings['INTAKE_URL'] = intake.url;
    world.settings['RECONCILIATION_GRACE_SECONDS'] = '0';
    world.sync = await world.startSync();
    for (let count = 0; count < 3; count += 1) {
      const answer = await fetch(`${intake.url}/api/v1/meldingen`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(MELDING),
      });
      expect(answer.status).toBe(201);
      sent.push((await answer.json()) as { id: string; reference: string });
    }
  });
  afterAll(async () => {
    await intake.stop();
    await world.stop();
  });

  const compare = async (): Promise<ReconciliationRunDto> => {
    const { body } = await world.post<ReconciliationRunDto>(world.sync, RUNS, 'BEHEERDER', {
      receivedFrom: new Date(Date.now() - DAY_MS).toISOString(),
      receivedUntil: new Date(Date.now() + DAY_MS).toISOString(),
    });
    return eventually(async () => {
      const { items } = (await world.get<ReconciliationRunPageDto>(world.sync, RUNS)).body;
      const done = items.find(({ id }) => id === body.id);
      expect(done?.state).toBe('FINISHED');
      return done!;
    });
  };

  it('are counted by intake, found, and registered with what they are about', async () => {
    const run = await compare();
    expect(run).toMatchObject({ accepted: 3, registered: 0, waiting: 3, refused: 0 });
    expect(run.differences).toEqual(
      expect.arrayContaining(
        sent.map(({ id }) => ({ meldingId: id, difference: 'NEVER_HEARD_OF', owner: 'BEHEERDER' })),
      ),
    );
    for (const { id, reference } of sent) {
      await eventually(async () => {
        const { body } = await world.get<LedgerEntryDto>(world.sync, `/api/v1/ledger/${id}`);
        expect(body.state).toBe('REGISTERED');
      });
      const link = await world.edison.app.get(DataSource).manager.findOneBy(MeldingLink, { meldingId: id });
      expect(link).toMatchObject({
        reference,
        kind: 'MELDING',
        factDate: '2026-11-20',
        themes: ['TOEZICHT_VEILIGHEID'],
      });
    }
    expect(await compare()).toMatchObject({ accepted: 3, registered: 3, waiting: 0, differences: [] });
  });

  it('are listed for dossier-sync alone, with nothing personal', async () => {
    const path = `/api/v1/meldingen?receivedFrom=2026-01-01T00:00:00Z&receivedUntil=2036-01-01T00:00:00Z&limit=2`;
    const ask = (token: string) =>
      fetch(`${intake.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask(await world.identity.serviceToken('triage'))).status).toBe(403);
    expect((await ask(await world.identity.staffToken('beheer.een', ['BEHEERDER']))).status).toBe(403);
    const answer = await ask(await world.identity.serviceToken('dossier-sync'));
    const { items, nextCursor } = (await answer.json()) as { items: object[]; nextCursor: string | null };
    expect(items).toHaveLength(2);
    expect(nextCursor).toEqual(expect.any(String));
    expect(JSON.stringify(items)).not.toMatch(/buitenspeelplaats|gele poort|submitterKey|answers/);
  });
});
