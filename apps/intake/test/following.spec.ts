import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#platform/testing';
import { melding, RunningIntake, type Accepted } from './running-intake.js';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await RunningIntake.start({ FOLLOW_UP_WRONG_CODES_PER_QUARTER: '5' });
});
afterAll(() => intake.stop());

interface Following {
  status: string;
  statusLabel: string;
  trace: { step: string; at: string; label: string }[];
}

const tokenFor = (code: string, headers = {}) =>
  intake.post<{ token: string; expiresIn: number }>('/api/v1/follow-up/tokens', { code }, headers);

async function follow(code: string): Promise<Following> {
  const { body } = await tokenFor(code);
  return (await intake.get<Following>('/api/v1/follow-up', body.token)).body;
}

const about = ({ id, reference }: Accepted) => ({
  meldingId: id,
  reference,
  kind: 'MELDING',
  locationId: 'L02',
});
const caseId = randomUUID();
const decided = { level: 'HIGH', reasonCodes: ['R-H2'], flags: [], policyVersion: '1' };
const routed = {
  queue: 'REGIOTEAM',
  team: 'REGIO_2',
  handlerRole: 'klantenbeheerder_meldingen_communicatie',
};

const triaged = (accepted: Accepted) =>
  intake.tell(
    'be.opgroeipunt.melding.triaged.v1',
    { ...about(accepted), ...decided, ...routed, caseId, triagedAt: '2026-11-22T10:00:01.000Z' },
    { source: 'triage' },
  );
const assigned = (accepted: Accepted) =>
  intake.tell(
    'be.opgroeipunt.melding.assigned.v1',
    {
      ...about(accepted),
      caseId,
      level: 'HIGH',
      assignee: 'kb.mc.een',
      previousAssignee: null,
      assignedBy: 'tc.centraal',
      assignedAt: '2026-11-22T10:05:00.000Z',
    },
    { source: 'triage' },
  );
const statusChanged = (accepted: Accepted, status: string) =>
  intake.tell(
    'be.opgroeipunt.melding.statusChanged.v1',
    { ...about(accepted), caseId, status, previousStatus: 'ASSIGNED', changedAt: '2026-11-22T10:06:00.000Z' },
    { source: 'triage' },
  );
const delayed = ({ id }: Accepted) =>
  intake.tell('be.opgroeipunt.dossier.registrationDelayed.v1', {
    meldingId: id,
    attempts: 3,
    reason: 'STORE_UNAVAILABLE',
    nextTryAt: null,
    delayedAt: '2026-11-22T10:01:00.000Z',
  });
const registered = ({ id }: Accepted, eventId: string = randomUUID()) =>
  intake.tell(
    'be.opgroeipunt.dossier.registered.v1',
    { meldingId: id, dossierNumber: 'D-1', attempts: 1, registeredAt: '2026-11-22T10:02:00.000Z' },
    { id: eventId },
  );
const lost = ({ id }: Accepted) =>
  intake.tell('be.opgroeipunt.difference.found.v1', {
    meldingId: id,
    difference: 'MISSING_IN_STORE',
    owner: 'BEHEERDER',
    foundAt: '2026-11-22T10:04:00.000Z',
  });
const sent = ({ id }: Accepted, purpose: string) =>
  intake.tell(
    'be.opgroeipunt.notification.sent.v1',
    {
      notificationId: randomUUID(),
      purpose,
      subjectId: id,
      recipientToken: 'abc',
      template: 't',
      templateVersion: '1',
      channel: 'EMAIL',
      sentAt: '2026-11-22T10:03:00.000Z',
    },
    { source: 'notification' },
  );

const send = async (): Promise<Accepted> =>
  (
    await intake.post<Accepted>(
      '/api/v1/meldingen',
      melding({ identityMode: 'ANONYMOUS', contact: undefined }),
    )
  ).body;

describe('an anonymous melder follows his melding by code', () => {
  it('however he types the code', async () => {
    const { followUpCode, reference } = await send();
    for (const typed of [followUpCode, followUpCode.replaceAll(' ', ''), followUpCode.replaceAll(' ', '-')]) {
      const { status, body } = await tokenFor(typed);
      expect([status, body.expiresIn]).toEqual([200, 1800]);
      const { body: following } = await intake.get('/api/v1/follow-up', body.token);
      expect(following).toEqual({
        reference,
        kind: 'MELDING',
        status: 'RECEIVED',
        statusLabel: 'Ontvangen',
        trace: [{ step: 'RECEIVED', at: expect.any(String), label: 'We hebben je bericht ontvangen' }],
        messages: [],
        attachments: [],
      });
    }
  });

  it('from receipt to handling, without urgency, reasons or names', async () => {
    const accepted = await send();
    await triaged(accepted);
    await delayed(accepted);
    expect((await follow(accepted.followUpCode)).trace.map(({ step }) => step)).toContain('DELAYED');
    await registered(accepted);
    await sent(accepted, 'HANDLER_NOTICE');
    await assigned(accepted);
    await statusChanged(accepted, 'IN_ASSESSMENT');
    const following = await follow(accepted.followUpCode);
    expect(following).toMatchObject({ status: 'IN_ASSESSMENT', statusLabel: 'In onderzoek' });
    expect(following.trace.map(({ step }) => step).sort()).toEqual([
      'ASSIGNED',
      'IN_ASSESSMENT',
      'RECEIVED',
      'REGISTERED_IN_DOSSIER',
      'TRIAGED',
    ]);
    expect(JSON.stringify(following)).not.toMatch(/HIGH|R-H2|kb\.mc|tc\.|REGIO/);
  });

  it('with each hand-over told once, however often its event comes', async () => {
    const accepted = await send();
    const eventId = randomUUID();
    await registered(accepted, eventId);
    await registered(accepted, eventId);
    await registered(accepted);
    await sent(accepted, 'ACKNOWLEDGEMENT');
    const steps = (await follow(accepted.followUpCode)).trace.map(({ step }) => step);
    expect(steps.filter((step) => step === 'REGISTERED_IN_DOSSIER')).toHaveLength(1);
    expect(steps).toContain('ACKNOWLEDGED');
  });

  it('not as in the dossier while the store has lost it', async () => {
    const accepted = await send();
    const steps = async () => (await follow(accepted.followUpCode)).trace.map(({ step }) => step).sort();
    await registered(accepted);
    await registered(accepted);
    await lost(accepted);
    expect(await steps()).toEqual(['DELAYED', 'RECEIVED']);
    await registered(accepted);
    expect(await steps()).toEqual(['RECEIVED', 'REGISTERED_IN_DOSSIER']);
  });

  it('while staff see each hand-over with the service that confirmed it', async () => {
    const accepted = await send();
    await triaged(accepted);
    await registered(accepted);
    await sent(accepted, 'DUTY_ALERT');
    const auditor = await intake.service.identity.staffToken('audit.een', ['AUDITOR']);
    const { body } = await intake.get<{ items: { step: string; confirmedBy: string }[] }>(
      `/api/v1/meldingen/${accepted.id}/trace`,
      auditor,
    );
    expect(new Map(body.items.map(({ step, confirmedBy }) => [step, confirmedBy]))).toEqual(
      new Map([
        ['RECEIVED', 'intake'],
        ['TRIAGED', 'triage'],
        ['REGISTERED_IN_DOSSIER', 'dossier-sync'],
        ['DUTY_ALERTED', 'notification'],
      ]),
    );
  });
});

describe('somebody without a code', () => {
  it('gets the same answer for any wrong code', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.1' };
    const answers = [
      await tokenFor('1234 5678 9012 3456', headers),
      await tokenFor('onzin', headers),
      await tokenFor('', headers),
    ];
    for (const { status, body } of answers)
      expect([status, body]).toEqual([404, expect.objectContaining({ code: 'FOLLOW_UP_CODE_UNKNOWN' })]);
  });

  it('is slowed down, and others are not', async () => {
    const guesser = { 'x-forwarded-for': '198.51.100.2' };
    for (let tries = 0; tries < 5; tries += 1)
      expect((await tokenFor(`9876 5432 1098 765${tries}`, guesser)).status).toBe(404);
    const slowed = await tokenFor('9876 5432 1098 7659', guesser);
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
    const { followUpCode } = await send();
    expect((await tokenFor(followUpCode, { 'x-forwarded-for': '198.51.100.3' })).status).toBe(200);
  });

  it.each([undefined, 'onzin', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.'])(
    'reads nothing with the token %s',
    async (token) => {
      expect((await intake.get('/api/v1/follow-up', token)).status).toBe(401);
    },
  );

  it('reads nothing with a token of staff', async () => {
    expect(
      (await intake.get('/api/v1/follow-up', await intake.service.identity.staffToken('x', ['CRISISWACHT'])))
        .status,
    ).toBe(401);
  });
});

describe('a hand-over of which nobody says anything', () => {
  let impatient: RunningIntake;
  beforeAll(async () => {
    impatient = await RunningIntake.start({ HAND_OVER_LATE_SECONDS: '1' });
  });
  afterAll(() => impatient.stop());

  it('shows as delayed to melder and staff, until it is confirmed', async () => {
    const { body: accepted } = await impatient.post<Accepted>('/api/v1/meldingen', melding());
    const code = { code: accepted.followUpCode };
    const { body: opened } = await impatient.post<{ token: string }>('/api/v1/follow-up/tokens', code);
    const auditor = await impatient.service.identity.staffToken('audit.een', ['AUDITOR']);
    const stepsOf = async (path: string, token: string) => {
      const { body } = await impatient.get<{ trace?: { step: string }[]; items?: { step: string }[] }>(
        path,
        token,
      );
      return (body.trace ?? body.items ?? []).map(({ step }) => step);
    };
    const ofMelder = () => stepsOf('/api/v1/follow-up', opened.token);
    const ofStaff = () => stepsOf(`/api/v1/meldingen/${accepted.id}/trace`, auditor);
    await eventually(async () => expect(await ofMelder()).toEqual(['RECEIVED', 'DELAYED']));
    expect(await ofStaff()).toEqual(['RECEIVED', 'DELAYED']);

    const at = new Date().toISOString();
    const { id: meldingId } = accepted;
    await impatient.tell('be.opgroeipunt.dossier.registered.v1', {
      meldingId,
      dossierNumber: 'D-1',
      attempts: 1,
      registeredAt: at,
    });
    // Triage has not said anything either.
    expect(await ofMelder()).toContain('DELAYED');
    await impatient.tell(
      'be.opgroeipunt.melding.triaged.v1',
      { ...about(accepted), ...decided, ...routed, caseId, triagedAt: at },
      { source: 'triage' },
    );
    for (const steps of [await ofMelder(), await ofStaff()]) {
      expect(steps.sort()).toEqual(['RECEIVED', 'REGISTERED_IN_DOSSIER', 'TRIAGED']);
    }
  });
});
