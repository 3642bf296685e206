import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyAuditChain, type Role } from '#platform';
import { melding, RunningIntake, type Accepted } from './running-intake.js';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await RunningIntake.start();
});
afterAll(() => intake.stop());

interface View {
  description: string;
  contact: object | null;
  identityWithheld: string | null;
  team: string | null;
}

async function routed(
  change: Record<string, unknown>,
  team = 'REGIO_2',
  handlerRole = 'klantenbeheerder_meldingen_communicatie',
): Promise<Accepted> {
  const { body } = await intake.post<Accepted>('/api/v1/meldingen', melding(change));
  await intake.tell(
    'be.opgroeipunt.melding.triaged.v1',
    {
      meldingId: body.id,
      reference: body.reference,
      kind: 'MELDING',
      locationId: 'L02',
      level: 'NORMAL',
      reasonCodes: ['R-N1'],
      flags: [],
      policyVersion: '1',
      queue: 'REGIOTEAM',
      team,
      handlerRole,
      caseId: randomUUID(),
      triagedAt: '2026-11-22T10:00:01.000Z',
    },
    { source: 'triage' },
  );
  return body;
}

async function readAs(role: Role, team: string, id: string, username = 'iemand') {
  return intake.get<View>(
    `/api/v1/meldingen/${id}`,
    await intake.service.identity.staffToken(username, [role], team),
  );
}

describe('staff read a melding', () => {
  it('with content, contact and where it is', async () => {
    const { id, reference } = await routed({ safeTimes: 'na 18 uur' });
    const { status, body } = await readAs('KB_MC', 'REGIO_2', id);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      reference,
      kind: 'MELDING',
      channel: 'WEB',
      factDate: '2024-04-22',
      team: 'REGIO_2',
      status: 'TRIAGED',
      identityWithheld: null,
      contact: { name: 'Voorbeeld Ouder', email: 'ouder@voorbeeld.example' },
      safeTimes: 'na 18 uur',
      locations: [
        { id: 'L02', name: "'t Fluwelen Fazantje", type: 'GROEPSOPVANG', municipality: 'Verzinbeke' },
      ],
    });
  });

  it.each<[Role, string, number]>([
    ['KB_KO', 'REGIO_2', 200],
    ['KB_KO', 'REGIO_1', 404],
    ['TEAMCOORDINATOR', 'REGIO_4', 404],
    ['TEAMCOORDINATOR', 'CENTRAAL', 200],
    ['CRISISWACHT', 'REGIO_1', 200],
    ['KLACHTENBEHANDELAAR', 'CENTRAAL', 404],
    ['AUDITOR', 'CENTRAAL', 403],
    ['BEHEERDER', 'CENTRAAL', 403],
  ])('%s of %s → %i', async (role, team, status) => {
    const { id } = await routed({});
    expect((await readAs(role, team, id)).status).toBe(status);
  });

  it.each<[string, Role, string | null]>([
    ['KNOWN', 'KB_MC', null],
    ['KNOWN', 'KB_KO', 'NOT_NEEDED'],
    ['CONFIDENTIAL', 'KB_MC', null],
    ['CONFIDENTIAL', 'KB_KO', 'CONFIDENTIAL'],
    ['CONFIDENTIAL', 'TEAMCOORDINATOR', 'CONFIDENTIAL'],
    ['ANONYMOUS', 'KB_MC', 'ANONYMOUS'],
  ])('of a %s melder as %s: identity withheld is %s', async (identityMode, role, withheld) => {
    const { id } = await routed({
      identityMode,
      ...(identityMode === 'ANONYMOUS' ? { contact: undefined } : {}),
    });
    const { body, text } = await readAs(role, 'REGIO_2', id);
    expect(body.identityWithheld).toBe(withheld);
    expect(body.contact === null).toBe(withheld !== null);
    expect(text.includes('Voorbeeld Ouder')).toBe(withheld === null);
    expect(body.description).toContain('hek');
  });

  it('and what does not exist looks like what they may not see', async () => {
    const { id } = await routed({});
    const hidden = await readAs('KB_KO', 'REGIO_1', id);
    const missing = await readAs('KB_KO', 'REGIO_1', randomUUID());
    expect([missing.status, missing.body]).toEqual([
      404,
      { ...hidden.body, instance: expect.any(String), traceId: expect.any(String) },
    ]);
    expect((await readAs('KB_KO', 'REGIO_1', 'geen-id')).status).toBe(400);
  });

  it('and every look is in the audit log, with its purpose', async () => {
    const { id } = await routed({});
    const token = await intake.service.identity.staffToken('kb.mc.een', ['KB_MC'], 'REGIO_2');
    await intake.send('GET', `/api/v1/meldingen/${id}`, {
      headers: { authorization: `Bearer ${token}`, 'x-purpose': 'CONTACT' },
    });
    await intake.get(`/api/v1/meldingen/${id}/text`, await intake.service.identity.serviceToken('triage'));
    await intake.get(
      `/api/v1/meldingen/${id}/contact`,
      await intake.service.identity.serviceToken('notification'),
    );
    const log = await intake.rows(
      'SELECT actor_kind, actor_id, action, purpose FROM platform_audit_entry WHERE subject = $1 ORDER BY at, id',
      [id],
    );
    expect(log).toEqual([
      { actor_kind: 'STAFF', actor_id: 'kb.mc.een', action: 'READ_MELDING', purpose: 'CONTACT' },
      { actor_kind: 'SERVICE', actor_id: 'triage', action: 'READ_TEXT', purpose: 'TRIAGE' },
      { actor_kind: 'SERVICE', actor_id: 'notification', action: 'READ_CONTACT', purpose: 'NOTIFICATION' },
    ]);
    const verdict = await verifyAuditChain({
      query: (sql, parameters) => intake.rows(sql, parameters ?? []),
    });
    expect(verdict.fault).toBeNull();
  });
});

describe('the purpose of a look', () => {
  const look = async (purpose: string, language = 'nl') => {
    const { id } = await routed({});
    const token = await intake.service.identity.staffToken('kb.mc.een', ['KB_MC'], 'REGIO_2');
    const headers = {
      authorization: `Bearer ${token}`,
      'x-purpose': purpose,
      'accept-language': language,
    };
    return { id, ...(await intake.send('GET', `/api/v1/meldingen/${id}`, { headers })) };
  };

  it.each(['Terugbellen naar Jan Janssens', 'handling', 'TRIAGE', 'HANDLING,CONTACT'])(
    '%s is no code: nothing is shown and nothing of it is kept',
    async (purpose) => {
      const { id, status, body, text } = await look(purpose);
      expect([status, body]).toMatchObject([400, { code: 'UNKNOWN_PURPOSE' }]);
      expect(text).toContain('Kies een van deze codes: HANDLING, CONTACT, CRISIS');
      expect(text).not.toContain(purpose);
      expect(await intake.rows('SELECT 1 FROM platform_audit_entry WHERE subject = $1', [id])).toEqual([]);
    },
  );

  it('is explained in English to who asks', async () => {
    expect((await look('why', 'en')).text).toContain('Choose one of these codes: HANDLING');
  });
});

describe('services', () => {
  it.each([
    ['text', 'triage', 200],
    ['text', 'notification', 403],
    ['contact', 'notification', 200],
    ['contact', 'triage', 403],
    ['contact', 'portal', 403],
  ] as const)('%s for %s → %i', async (part, service, status) => {
    const { id } = await routed({});
    expect(
      (
        await intake.get(
          `/api/v1/meldingen/${id}/${part}`,
          await intake.service.identity.serviceToken(service),
        )
      ).status,
    ).toBe(status);
  });

  it('and staff do not read what is for services', async () => {
    const { id } = await routed({});
    const token = await intake.service.identity.staffToken('wacht.een', ['CRISISWACHT']);
    expect((await intake.get(`/api/v1/meldingen/${id}/contact`, token)).status).toBe(403);
  });
});

describe('triage reads the texts of several meldingen', () => {
  const texts = (ids: unknown[], token: string) =>
    intake.send('POST', '/api/v1/meldingen/texts', {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ids }),
    });

  it('each with its own, logged as read, and what does not exist left out', async () => {
    const [one, other] = [
      await routed({ description: 'Het hek rond de speelplaats staat al weken los.' }),
      await routed({ description: 'De deur van de slaapkamer klemt al twee weken.' }),
    ];
    const token = await intake.service.identity.serviceToken('triage');
    const { status, body } = await texts([other.id, randomUUID(), one.id, one.id], token);
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          id: other.id,
          description: 'De deur van de slaapkamer klemt al twee weken.',
          measuresTaken: null,
          desiredOutcome: null,
          language: 'nl',
        },
        {
          id: one.id,
          description: 'Het hek rond de speelplaats staat al weken los.',
          measuresTaken: null,
          desiredOutcome: null,
          language: 'nl',
        },
      ],
    });
    const log = await intake.rows(
      `SELECT subject, actor_kind, actor_id, action, purpose FROM platform_audit_entry WHERE subject = ANY($1)`,
      [[one.id, other.id]],
    );
    const read = { actor_kind: 'SERVICE', actor_id: 'triage', action: 'READ_TEXT', purpose: 'TRIAGE' };
    expect(log).toHaveLength(2);
    expect(log).toEqual(
      expect.arrayContaining([
        { subject: one.id, ...read },
        { subject: other.id, ...read },
      ]),
    );
  });

  it('and nobody else does', async () => {
    const { id } = await routed({});
    const { identity } = intake.service;
    expect((await texts([id], await identity.serviceToken('notification'))).status).toBe(403);
    expect((await texts([id], await identity.staffToken('kb', ['KB_MC'], 'REGIO_2'))).status).toBe(403);
  });

  it.each([[[]], [['geen-id']], [Array.from({ length: 101 }, () => randomUUID())]])(
    'not without ids, with what is no id, or too many at once',
    async (ids) => {
      expect((await texts(ids, await intake.service.identity.serviceToken('triage'))).status).toBe(400);
    },
  );
});
