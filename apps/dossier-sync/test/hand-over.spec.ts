import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CRISIS_SUSPECTED,
  DOSSIER_REGISTERED,
  DOSSIER_REGISTRATION_DELAYED,
  DOSSIER_REGISTRATION_REFUSED,
  MELDING_ASSIGNED,
  MELDING_CLOSED,
  MELDING_LEVEL_CHANGED,
  MELDING_RECEIVED,
  MELDING_STATUS_CHANGED,
  MELDING_TRIAGED,
  type CodedMelding,
} from '#contracts';
import { uuidv7 } from '#platform';
import { eventually } from '#platform/testing';
import { DataSource } from 'typeorm';
import { MeldingLink } from '../../edison/src/meldingen/melding-link.entity.js';
import type { LedgerEntryDto, LedgerPageDto } from '../src/ledger/ledger.dto.js';
import { startWorld, type World } from './dossier-sync-under-test.js';
import type { Fault } from './faulty-store.js';
import { aMelding } from './melding.builder.js';

describe('Hand-over of meldingen to the dossier store', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const entryOf = async (meldingId: string): Promise<LedgerEntryDto> => {
    const { status, body } = await world.get<LedgerEntryDto>(
      world.sync,
      `/api/v1/ledger/${meldingId}`,
      'KB_MC',
    );
    expect(status).toBe(200);
    return body;
  };
  const untilState = (meldingId: string, state: string): Promise<LedgerEntryDto> =>
    eventually(async () => {
      const entry = await entryOf(meldingId);
      expect(entry).toMatchObject({ state, upToDate: state === 'REGISTERED' });
      return entry;
    });
  const inStore = async (meldingId: string): Promise<MeldingLink | null> =>
    world.edison.app.get(DataSource).manager.findOneBy(MeldingLink, { meldingId });
  const announcedAbout = (meldingId: string, type: string) =>
    world.announced.filter((event) => event.key === meldingId && event.type === type).map(({ data }) => data);
  const untilAnnounced = (meldingId: string, type: string) =>
    eventually(() => {
      const [first] = announcedAbout(meldingId, type);
      expect(first).toBeDefined();
      return first;
    });

  const metrics = async (): Promise<string> => (await fetch(`${world.sync.url}/metrics`)).text();

  const triaged = ({ meldingId, reference, kind }: CodedMelding, level: string) => ({
    meldingId,
    reference,
    kind,
    locationId: 'L02',
    caseId: uuidv7(),
    level,
    reasonCodes: [],
    flags: [],
    policyVersion: '1',
    queue: 'ALGEMEEN',
    team: 'CENTRAAL',
    handlerRole: 'klantenbeheerder_meldingen_communicatie',
    triagedAt: '2026-11-21T20:15:01.000Z',
  });

  it('registers an accepted melding and tells its dossier number', async () => {
    const melding = aMelding();
    await world.tell(MELDING_RECEIVED, melding);
    const entry = await untilState(melding.meldingId, 'REGISTERED');
    const link = await inStore(melding.meldingId);
    expect(entry).toMatchObject({
      attempts: 1,
      lastError: null,
      owner: null,
      dossierNumber: link?.dossierNumber,
    });
    expect(link).toMatchObject({
      reference: melding.reference,
      status: 'INGEDIEND',
      level: null,
      locationIds: ['L02'],
    });
    expect(await untilAnnounced(melding.meldingId, DOSSIER_REGISTERED)).toEqual({
      meldingId: melding.meldingId,
      dossierNumber: link?.dossierNumber,
      attempts: 1,
      registeredAt: entry.registeredAt,
    });
  });

  it.each<[Fault, string]>([
    ['ANSWERS_500', 'STORE_ERROR'],
    ['ANSWERS_NEVER', 'STORE_TIMEOUT'],
    ['ANSWERS_HALF', 'STORE_TIMEOUT'],
    ['HANGS_UP', 'STORE_UNAVAILABLE'],
    ['ANSWERS_200_WITHOUT_DOSSIER_NUMBER', 'STORE_NONSENSE'],
    ['ANSWERS_A_PAGE', 'STORE_NONSENSE'],
    ['ANSWERS_ABOUT_ANOTHER_MELDING', 'STORE_NONSENSE'],
    ['REGISTERS_AND_ANSWERS_NEVER', 'STORE_TIMEOUT'],
    ['REGISTERS_AND_ANSWERS_LATE', 'STORE_TIMEOUT'],
  ])('when the store %s, tells a delay at once (%s) and registers it later, once', async (fault, reason) => {
    const melding = aMelding();
    world.store.next(fault);
    await world.tell(MELDING_RECEIVED, melding);
    expect(await untilAnnounced(melding.meldingId, DOSSIER_REGISTRATION_DELAYED)).toMatchObject({
      attempts: 1,
      reason,
    });
    const entry = await untilState(melding.meldingId, 'REGISTERED');
    expect(entry).toMatchObject({ attempts: 2, lastError: null });
    const told = await untilAnnounced(melding.meldingId, DOSSIER_REGISTERED);
    expect(told).toMatchObject({
      dossierNumber: (await inStore(melding.meldingId))?.dossierNumber,
      attempts: 2,
    });
    expect((await inStore(melding.meldingId))?.version).toBe(1);
  });

  it('waits for a store that is slow, and tells no delay', async () => {
    const melding = aMelding();
    world.store.next('ANSWERS_SLOWLY');
    await world.tell(MELDING_RECEIVED, melding);
    expect(await untilState(melding.meldingId, 'REGISTERED')).toMatchObject({ attempts: 1 });
    await untilAnnounced(melding.meldingId, DOSSIER_REGISTERED);
    expect(announcedAbout(melding.meldingId, DOSSIER_REGISTRATION_DELAYED)).toHaveLength(0);
  });

  it('registers once, and keeps the newest, when a call that nobody waits for any more arrives late', async () => {
    const melding = aMelding();
    world.store.next('REGISTERS_LATE');
    await world.tell(MELDING_RECEIVED, melding);
    await untilState(melding.meldingId, 'REGISTERED');
    await world.tell(MELDING_TRIAGED, triaged(melding, 'HIGH'));
    await eventually(async () =>
      expect(await entryOf(melding.meldingId)).toMatchObject({ state: 'REGISTERED', upToDate: true }),
    );
    const before = await inStore(melding.meldingId);
    expect(before).toMatchObject({ level: 'HIGH', version: 2 });
    await world.store.deliverHeldBack();
    expect(await inStore(melding.meldingId)).toEqual(before);
  });

  it('gives a refused change of a registered melding an owner and a figure, until it is taken', async () => {
    const melding = aMelding();
    await world.tell(MELDING_RECEIVED, melding);
    await untilState(melding.meldingId, 'REGISTERED');
    world.store.next('REFUSES');
    await world.tell(MELDING_TRIAGED, triaged(melding, 'HIGH'));
    const refused = await eventually(async () => {
      const entry = await entryOf(melding.meldingId);
      expect(entry).toMatchObject({ owner: 'BEHEERDER' });
      return entry;
    });
    expect(refused).toMatchObject({
      state: 'REGISTERED',
      upToDate: false,
      lastError: 'UNKNOWN_LOCATION',
      changeOpenSince: expect.any(String),
    });
    const owned = () => world.get<LedgerPageDto>(world.sync, '/api/v1/ledger?owner=BEHEERDER&limit=100');
    expect((await owned()).body.items.map(({ meldingId }) => meldingId)).toContain(melding.meldingId);
    const figure = async () => /open\{state="CHANGE_REFUSED",.*\} (\d+)$/m.exec(await metrics())?.[1];
    expect(await figure()).toBe('1');

    expect(
      (await world.post(world.sync, `/api/v1/ledger/${melding.meldingId}/retry`, 'BEHEERDER')).status,
    ).toBe(202);
    await eventually(async () =>
      expect(await entryOf(melding.meldingId)).toMatchObject({
        upToDate: true,
        owner: null,
        changeOpenSince: null,
      }),
    );
    expect(await figure()).toBe('0');
    expect((await owned()).body.items.map(({ meldingId }) => meldingId)).not.toContain(melding.meldingId);
  });

  it('tells a delay once, not at each try', async () => {
    const melding = aMelding();
    world.store.next('ANSWERS_500', 'ANSWERS_200_WITHOUT_DOSSIER_NUMBER');
    await world.tell(MELDING_RECEIVED, melding);
    expect(await untilState(melding.meldingId, 'REGISTERED')).toMatchObject({ attempts: 3 });
    await untilAnnounced(melding.meldingId, DOSSIER_REGISTERED);
    expect(announcedAbout(melding.meldingId, DOSSIER_REGISTRATION_DELAYED)).toHaveLength(1);
  });

  it('puts a refused melding on a list with an owner, and offers it again when asked', async () => {
    const melding = aMelding();
    world.store.next('REFUSES');
    await world.tell(MELDING_RECEIVED, melding);
    const entry = await untilState(melding.meldingId, 'REFUSED');
    expect(entry).toMatchObject({
      attempts: 1,
      lastError: 'UNKNOWN_LOCATION',
      owner: 'BEHEERDER',
      dossierNumber: null,
    });
    expect(await untilAnnounced(melding.meldingId, DOSSIER_REGISTRATION_REFUSED)).toMatchObject({
      reason: 'UNKNOWN_LOCATION',
      owner: 'BEHEERDER',
    });
    const list = await world.get<LedgerPageDto>(world.sync, '/api/v1/ledger?state=REFUSED');
    expect(list.body.items.map(({ meldingId }) => meldingId)).toContain(melding.meldingId);

    expect(await metrics()).toMatch(/^opgroeipunt_hand_overs_open\{state="REFUSED",.*\} 1$/m);

    const path = `/api/v1/ledger/${melding.meldingId}/retry`;
    expect((await world.post(world.sync, path, 'KB_MC')).status).toBe(403);
    expect((await world.post(world.sync, path, 'BEHEERDER')).status).toBe(202);
    expect(await untilState(melding.meldingId, 'REGISTERED')).toMatchObject({ attempts: 2, owner: null });
    expect((await world.post(world.sync, path, 'BEHEERDER')).status).toBe(409);
  });

  it('puts a melding about a location that the store does not know on the list of refusals', async () => {
    const melding = aMelding({ locationIds: ['L99'] });
    await world.tell(MELDING_RECEIVED, melding);
    expect(await untilState(melding.meldingId, 'REFUSED')).toMatchObject({ lastError: 'UNKNOWN_LOCATION' });
  });

  it('registers once what comes on the crisis topic and on the ordinary one', async () => {
    const melding = aMelding({ kind: 'CRISIS' });
    await Promise.all([world.tell(CRISIS_SUSPECTED, melding), world.tell(MELDING_RECEIVED, melding)]);
    await untilState(melding.meldingId, 'REGISTERED');
    expect((await inStore(melding.meldingId))?.version).toBe(1);
    await untilAnnounced(melding.meldingId, DOSSIER_REGISTERED);
    expect(announcedAbout(melding.meldingId, DOSSIER_REGISTERED)).toHaveLength(1);
  });

  it('keeps a judgement that arrives before the melding itself', async () => {
    const melding = aMelding();
    await world.tell(MELDING_TRIAGED, triaged(melding, 'CRISIS'));
    expect(await entryOf(melding.meldingId)).toMatchObject({ state: 'WAITING', attempts: 0 });
    await world.tell(MELDING_RECEIVED, melding);
    await untilState(melding.meldingId, 'REGISTERED');
    expect(await inStore(melding.meldingId)).toMatchObject({ level: 'CRISIS' });
  });

  it('tells the store what happens to a melding, also when the store fails in between', async () => {
    const melding = aMelding();
    const { meldingId, reference, kind } = melding;
    const about = { meldingId, reference, kind, locationId: 'L02', caseId: uuidv7() };
    await world.tell(MELDING_RECEIVED, melding);
    await untilState(meldingId, 'REGISTERED');
    world.store.next('REGISTERS_AND_ANSWERS_NEVER', 'ANSWERS_500');
    await world.tell(MELDING_TRIAGED, triaged(melding, 'NORMAL'));
    const { triagedAt: at, ...decided } = triaged(melding, 'HIGH');
    await world.tell(MELDING_LEVEL_CHANGED, {
      ...decided,
      previousLevel: 'NORMAL',
      changedAt: at,
      cause: 'HISTORY',
    });
    const assigned = {
      ...about,
      level: 'HIGH',
      assignee: 'kb.mc.een',
      previousAssignee: null,
      assignedBy: 'SYSTEM',
    };
    await world.tell(MELDING_ASSIGNED, { ...assigned, assignedAt: at });
    await world.tell(MELDING_STATUS_CHANGED, {
      ...about,
      status: 'IN_ASSESSMENT',
      previousStatus: 'ASSIGNED',
      changedAt: at,
    });
    await world.tell(MELDING_CLOSED, { ...about, status: 'CLOSED_RESOLVED', closedAt: at });
    await untilState(meldingId, 'REGISTERED');
    expect(await inStore(meldingId)).toMatchObject({
      level: 'HIGH',
      handler: 'kb.mc.een',
      status: 'AFGEROND',
      outcome: 'OPGELOST',
    });
    await untilAnnounced(meldingId, DOSSIER_REGISTERED);
    expect(announcedAbout(meldingId, DOSSIER_REGISTERED)).toHaveLength(1);
    expect(announcedAbout(meldingId, DOSSIER_REGISTRATION_DELAYED)).toHaveLength(0);
  });

  it('makes its change on the present version when somebody changed the melding in the store', async () => {
    const melding = aMelding();
    await world.tell(MELDING_RECEIVED, melding);
    await untilState(melding.meldingId, 'REGISTERED');
    const manager = world.edison.app.get(DataSource).manager;
    await manager.update(MeldingLink, { meldingId: melding.meldingId }, { version: 7, level: 'LOW' });
    await world.tell(MELDING_TRIAGED, triaged(melding, 'HIGH'));
    await untilState(melding.meldingId, 'REGISTERED');
    expect(await inStore(melding.meldingId)).toMatchObject({ level: 'HIGH', version: 8 });
  });

  it('registers many meldingen, each once', async () => {
    const meldingen = Array.from({ length: 30 }, () => aMelding());
    await Promise.all(meldingen.map((melding) => world.tell(MELDING_RECEIVED, melding)));
    const numbers = new Set<string | null>();
    for (const { meldingId } of meldingen)
      numbers.add((await untilState(meldingId, 'REGISTERED')).dossierNumber);
    expect(numbers.size).toBe(30);
  });

  it('answers 404 with a problem for a melding that it does not know', async () => {
    const answer = await world.get(world.sync, `/api/v1/ledger/${uuidv7()}`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_IN_LEDGER' } });
  });

  it('pages through the ledger, each entry once', async () => {
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const path: string = `/api/v1/ledger?limit=7${next && `&cursor=${next}`}`;
      const { body }: { body: LedgerPageDto } = await world.get<LedgerPageDto>(world.sync, path, 'AUDITOR');
      seen.push(...body.items.map(({ meldingId }) => meldingId));
      next = body.nextCursor;
    }
    expect(seen.length).toBeGreaterThan(30);
    expect(new Set(seen).size).toBe(seen.length);
  });
});
