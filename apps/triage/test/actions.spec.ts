import { eventually } from '#platform/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDto } from '../src/cases/case.dto.js';
import { codedMelding, DANGER_NOW } from './coded-meldingen.js';
import { loginEverybody, TriageUnderTest } from './triage-under-test.js';

let triage: TriageUnderTest;

beforeAll(async () => {
  triage = await TriageUnderTest.start();
  await loginEverybody(triage);
});

afterAll(async () => {
  await triage.stop();
});

/** An ordinary case for KB_MC in REGIO_4, judged completely. */
async function aCase(answers = {}): Promise<CaseDto> {
  const place = await triage.newLocation({ province: 'Limburg' });
  const { meldingId } = await triage.receive(codedMelding(place, { answers }));
  return eventually(async () => {
    const found = await triage.case(meldingId);
    expect(found.textAssessed).toBe(true);
    return found;
  });
}

const problem = async (response: Response): Promise<{ status: number; code: string }> => {
  const { code } = (await response.json()) as { code: string };
  return { status: response.status, code };
};

describe('assigning a case', () => {
  it('tells who got it, and writes who did it and why', async () => {
    const { id, meldingId } = await aCase();
    const body = { action: 'assign', assignee: 'kb.mc.een', reason: 'Kent deze opvang.' };
    const response = await triage.act(id, 'tc.regio4', body);
    expect(response.status).toBe(200);
    const seen = (await response.json()) as CaseDto;
    expect(seen).toMatchObject({ status: 'ASSIGNED', assignee: 'kb.mc.een', assigneeName: 'Mila Denkens' });
    expect(seen.history).toContainEqual(
      expect.objectContaining({ type: 'ASSIGNED', by: 'tc.regio4', reason: 'Kent deze opvang.' }),
    );
    const [, assigned, status] = await triage.told(meldingId);
    expect(assigned).toMatchObject({
      type: 'melding.assigned.v1',
      data: { assignee: 'kb.mc.een', previousAssignee: null, assignedBy: 'tc.regio4' },
    });
    expect(status).toMatchObject({ data: { previousStatus: 'TRIAGED', status: 'ASSIGNED' } });
  });

  it('keeps what somebody wrote sealed', async () => {
    const { id } = await aCase();
    await triage.act(id, 'kb.mc.een', {
      action: 'assign',
      assignee: 'kb.mc.een',
      reason: 'Tante Canariegeel belde.',
    });
    const rows = await triage.rows(`SELECT 1 FROM triage_case_event e WHERE e::text ILIKE '%Canariegeel%'`);
    expect(rows).toHaveLength(0);
    const queues = await triage.rows(`SELECT 1 FROM messaging_outbox o WHERE o::text ILIKE '%Canariegeel%'`);
    expect(queues).toHaveLength(0);
  });

  it('lets one of two win when both take it at the same moment', async () => {
    const { id, meldingId } = await aCase();
    const answers = await triage.atOnce(
      id,
      () => triage.act(id, 'kb.mc.een', { action: 'assign', assignee: 'kb.mc.een' }),
      () => triage.act(id, 'kb.mc.twee', { action: 'assign', assignee: 'kb.mc.twee' }),
    );
    const refused = answers.find(({ status }) => status !== 200);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await problem(refused!)).toEqual({ status: 409, code: 'CASE_ALREADY_ASSIGNED' });
    const assigned = (await triage.toldTypes(meldingId)).filter((type) => type === 'melding.assigned.v1');
    expect(assigned).toHaveLength(1);
  });

  it('changes hands only by who leads, on the version that was seen', async () => {
    const { id } = await aCase();
    await triage.act(id, 'tc.regio4', { action: 'assign', assignee: 'kb.mc.een' });
    const toTwee = { action: 'assign', assignee: 'kb.mc.twee' };
    expect(await problem(await triage.act(id, 'kb.mc.twee', toTwee))).toMatchObject({ status: 409 });
    expect(await problem(await triage.act(id, 'tc.regio4', toTwee))).toMatchObject({ status: 409 });
    const { version } = await triage.case(id);
    const stale = await triage.act(id, 'tc.regio4', toTwee, { 'if-match': `"${version - 1}"` });
    expect(await problem(stale)).toEqual({ status: 412, code: 'CASE_CHANGED' });
    const fresh = await triage.act(id, 'tc.regio4', toTwee, { 'if-match': `"${version}"` });
    expect(((await fresh.json()) as CaseDto).assignee).toBe('kb.mc.twee');
  });

  it.each([
    ['somebody nobody knows', 'tc.regio4', 'kb.bestaat.niet', 400, 'INVALID_INPUT'],
    ['somebody of another function', 'tc.regio4', 'kb.ko.limburg1', 400, 'INVALID_INPUT'],
    ['a colleague, as a handler', 'kb.mc.een', 'kb.mc.twee', 403, 'ACTION_NOT_ALLOWED'],
    ['anybody, as a jurist', 'jurist.een', 'jurist.een', 403, 'NOT_ALLOWED'],
  ])('refuses to give it to %s', async (_whom, as, assignee, status, code) => {
    const { id } = await aCase();
    expect(await problem(await triage.act(id, as, { action: 'assign', assignee }))).toEqual({ status, code });
  });
});

describe('starting a case', () => {
  it('makes who starts it the handler and stops the pick-up clock', async () => {
    const { id, meldingId } = await aCase();
    const seen = (await (await triage.act(id, 'kb.mc.een', { action: 'start' })).json()) as CaseDto;
    expect(seen).toMatchObject({ status: 'IN_ASSESSMENT', assignee: 'kb.mc.een', allowedActions: ['raise'] });
    const pickUp = seen.clocks.flatMap(({ steps }) => steps).find(({ step }) => step === 'PICK_UP');
    expect(pickUp?.state).toBe('MET');
    expect(await triage.toldTypes(meldingId)).toEqual([
      'melding.triaged.v1',
      'melding.assigned.v1',
      'melding.statusChanged.v1',
    ]);
  });

  it('refuses a second start, and one by somebody else', async () => {
    const { id } = await aCase();
    await triage.act(id, 'kb.mc.een', { action: 'start' });
    const again = await problem(await triage.act(id, 'kb.mc.een', { action: 'start' }));
    expect(again).toEqual({ status: 409, code: 'CASE_ALREADY_STARTED' });
    const other = await problem(await triage.act(id, 'kb.mc.twee', { action: 'start' }));
    expect(other).toEqual({ status: 409, code: 'CASE_ALREADY_ASSIGNED' });
  });

  it('of a crisis tells that a person is on it, once', async () => {
    const { id, meldingId } = await aCase(DANGER_NOW);
    await triage.act(id, 'wacht.een', { action: 'assign', assignee: 'wacht.een' });
    await triage.act(id, 'wacht.een', { action: 'start' });
    const acknowledged = (await triage.told(meldingId)).filter(
      ({ type }) => type === 'crisis.acknowledged.v1',
    );
    expect(acknowledged).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ acknowledgedBy: 'wacht.een' }) }),
    ]);
  });

  it('answers the same for the same Idempotency-Key', async () => {
    const { id } = await aCase();
    const key = { 'idempotency-key': `start-${id}` };
    const first = await triage.act(id, 'kb.mc.een', { action: 'start' }, key);
    const second = await triage.act(id, 'kb.mc.een', { action: 'start' }, key);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await second.json()).toEqual(await first.json());
  });
});

describe('raising a case', () => {
  it('needs one person and a reason, alarms once, and moves the case to duty', async () => {
    const { id, meldingId } = await aCase();
    const body = { action: 'raise', level: 'CRISIS', reason: 'Nieuwe melding van de huisarts.' };
    const seen = (await (await triage.act(id, 'kb.mc.een', body)).json()) as CaseDto;
    expect(seen).toMatchObject({ level: 'CRISIS', queue: 'CRISISWACHT' });
    expect(seen.reasons.map(({ code }) => code)).toEqual(['R-N1', 'PERSON']);
    expect(seen.history).toContainEqual(
      expect.objectContaining({
        type: 'LEVEL_CHANGED',
        by: 'kb.mc.een',
        reason: 'Nieuwe melding van de huisarts.',
      }),
    );
    expect(await triage.toldTypes(meldingId)).toEqual([
      'melding.triaged.v1',
      'crisis.raised.v1',
      'melding.levelChanged.v1',
    ]);
  });

  it('never lowers', async () => {
    const { id } = await aCase(DANGER_NOW);
    const body = { action: 'raise', level: 'HIGH', reason: 'Het valt mee.' };
    expect(await problem(await triage.act(id, 'wacht.een', body))).toEqual({
      status: 409,
      code: 'LEVEL_NOT_HIGHER',
    });
  });

  it('lets who works on it confirm that somebody is on the crisis', async () => {
    const { id, meldingId } = await aCase();
    await triage.act(id, 'kb.mc.een', { action: 'start' });
    await triage.act(id, 'kb.mc.een', { action: 'raise', level: 'CRISIS', reason: 'Arts belde.' });
    expect((await triage.case(id, 'kb.mc.een')).allowedActions).toEqual(['start']);
    await triage.act(id, 'kb.mc.een', { action: 'start' });
    expect(await triage.toldTypes(meldingId)).toContain('crisis.acknowledged.v1');
  });
});

describe('what is asked wrongly', () => {
  it.each<[string, object, string]>([
    ['an action that does not exist', { action: 'vernietig' }, '/action'],
    ['assigning to nobody', { action: 'assign' }, '/assignee'],
    ['raising without a reason', { action: 'raise', level: 'HIGH' }, '/reason'],
    ['raising to nothing', { action: 'raise', reason: 'Daarom.' }, '/level'],
    ['something unknown', { action: 'start', haast: true }, '/haast'],
  ])('%s is pointed out', async (_what, body, pointer) => {
    const { id } = await aCase();
    const response = await triage.act(id, 'kb.mc.een', body);
    const { errors } = (await response.json()) as { errors: { pointer: string; message: string }[] };
    expect(response.status).toBe(400);
    expect(errors.map((error) => error.pointer)).toEqual([pointer]);
    if (pointer === '/action') expect(errors[0]?.message).toContain('assign, start, raise');
  });
});
