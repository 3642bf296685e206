import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { EvaluationDto } from '../src/evaluations/evaluation.dto.js';
import { locationChanged } from './coded-meldingen.js';
import { loginEverybody, TriageUnderTest } from './triage-under-test.js';

interface FixtureMelding {
  id: string;
  channel: string;
  melding: Record<string, unknown>;
  expected: {
    level: string;
    reasons: string[];
    flags: string[];
    queue: string;
    handlerRole: string;
    clocks: string[];
  };
}
interface FixtureLocation {
  id: string;
  name: string;
  municipality: string;
  province: string;
  licenceState: 'VERGUND' | 'GESCHORST';
  enforcementState: 'GEEN' | 'AANMANING' | 'GESCHORST';
}

function fixtures<T>(name: string): T[] {
  const file = new URL(`../../../deploy/fixtures/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as T[];
}

let triage: TriageUnderTest;

beforeAll(async () => {
  triage = await TriageUnderTest.start();
  await loginEverybody(triage);
  for (const {
    id,
    name,
    municipality,
    province,
    licenceState,
    enforcementState,
  } of fixtures<FixtureLocation>('locations')) {
    await triage.know(locationChanged(id, { name, municipality, province, licenceState, enforcementState }));
  }
});

afterAll(async () => {
  await triage.stop();
});

async function evaluate(body: object, as = 'kb.mc.een'): Promise<Response> {
  return triage.request('policy/evaluations', as, { method: 'POST', body: JSON.stringify(body) });
}

async function evaluated(body: object): Promise<EvaluationDto> {
  const response = await evaluate(body);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as EvaluationDto;
}

const codes = ({ reasons }: EvaluationDto): string[] => reasons.map(({ code }) => code);

describe('a dry run of the policy', () => {
  it.each(fixtures<FixtureMelding>('meldingen'))(
    'judges $id as expected',
    async ({ channel, melding, expected }) => {
      const found = await evaluated({ melding: { ...melding, channel } });
      const { level, flags, queue, handlerRole, clocks } = found;
      expect({
        level,
        reasons: codes(found),
        flags,
        queue,
        handlerRole,
        clocks: clocks.map(({ code }) => code),
      }).toEqual(expected);
    },
  );

  it('uses the known location, or the given one in its place', async () => {
    const melding = { kind: 'SIGNAAL', location: { id: 'L02' } };
    expect(await evaluated({ melding })).toMatchObject({
      level: 'HIGH',
      team: 'REGIO_2',
      queue: 'REGIOTEAM',
    });
    const location = { licenceState: 'VERGUND', enforcementState: 'GEEN', riskBand: 'LOW' };
    expect(await evaluated({ melding, context: { location } })).toMatchObject({
      level: 'NORMAL',
      team: 'REGIO_2',
    });
    expect(
      codes(await evaluated({ melding, context: { location: { ...location, riskBand: 'TOP' } } })),
    ).toEqual(['R-N1', 'B-3']);
  });

  it('takes an unknown location as one without context', async () => {
    const found = await evaluated({ melding: { kind: 'SIGNAAL', location: { id: 'NERGENS' } } });
    expect(found).toMatchObject({ level: 'NORMAL', queue: 'ALGEMEEN', team: 'CENTRAAL' });
  });

  it('weighs the given history, by other submitters only', async () => {
    const melding = {
      kind: 'MELDING',
      contact: { email: 'Ouder@Voorbeeld.example' },
      location: { id: 'L01' },
      answers: { conductTypes: ['hitting_shaking'], actorStillPresent: 'no' },
    };
    const other = { kind: 'MELDING', hoursAgo: 167, reasons: ['R-N1', 'R-H3'] };
    const mine = { otherMeldingen: [{ ...other, submitterKey: 'ouder@voorbeeld.EXAMPLE' }] };
    expect((await evaluated({ melding, context: mine })).level).toBe('HIGH');
    const theirs = { otherMeldingen: [{ ...other, submitterKey: 'ander@voorbeeld.example' }] };
    expect(codes(await evaluated({ melding, context: theirs }))).toContain('R-C8');
    const older = { otherMeldingen: [{ ...other, submitterKey: null, hoursAgo: 169 }] };
    expect((await evaluated({ melding, context: older })).level).toBe('HIGH');
  });

  it('starts the terms when the melding was received', async () => {
    const { clocks } = await evaluated({ melding: { kind: 'CRISIS', receivedAt: '2026-03-02T09:00:00Z' } });
    expect(clocks).toEqual([
      expect.objectContaining({ code: 'CRISIS', dueAt: '2026-03-02T13:00:00.000Z', state: 'OVERDUE' }),
    ]);
  });

  it('stores nothing and tells nobody', async () => {
    await evaluated({ melding: { kind: 'CRISIS', description: 'Mijn dochter ademt niet meer.' } });
    for (const table of ['triage_case', 'triage_decision', 'triage_location_history', 'messaging_outbox']) {
      expect(await triage.rows(`SELECT 1 FROM ${table}`)).toEqual([]);
    }
  });

  it.each<[string, object, string]>([
    ['no melding', {}, '/melding'],
    ['an unknown kind', { melding: { kind: 'IETS' } }, '/melding/kind'],
    [
      'an unknown answer',
      { melding: { kind: 'MELDING', answers: { injury: 'misschien' } } },
      '/melding/answers/injury',
    ],
    ['an unknown field', { melding: { kind: 'MELDING', kleur: 'rood' } }, '/melding/kleur'],
    [
      'another version than there is',
      { melding: { kind: 'MELDING' }, policyVersion: '1900' },
      '/policyVersion',
    ],
  ])('points out %s', async (_what, body, pointer) => {
    const response = await evaluate(body);
    const { errors } = (await response.json()) as { errors: { pointer: string }[] };
    expect([response.status, errors.map((error) => error.pointer)]).toEqual([400, [pointer]]);
  });

  it('is there for all staff and for services', async () => {
    const body = { melding: { kind: 'VRAAG' } };
    expect((await evaluate(body, 'beheer.een')).status).toBe(200);
    const response = await fetch(`${triage.service.url}/api/v1/policy/evaluations`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await triage.service.identity.serviceToken('portal')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
  });
});
