import { eventually } from '#platform/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codedMelding, DANGER_NOW, locationChanged } from './coded-meldingen.js';
import { loginEverybody, TriageUnderTest } from './triage-under-test.js';

let triage: TriageUnderTest;

beforeAll(async () => {
  triage = await TriageUnderTest.start();
  await loginEverybody(triage);
});

afterAll(async () => {
  await triage.stop();
});

describe('a melding becomes a case with an explained level', () => {
  it('is judged by answers at once and by its text as soon as that is there', async () => {
    const { meldingId } = await triage.receive(
      codedMelding(await triage.newLocation()),
      'De begeleidster heeft mijn zoon geslagen.',
    );
    const found = await eventually(async () => {
      const seen = await triage.case(meldingId);
      expect(seen.textAssessed).toBe(true);
      return seen;
    });
    expect(found).toMatchObject({
      level: 'HIGH',
      status: 'TRIAGED',
      queue: 'REGIOTEAM',
      team: 'REGIO_2',
      assignee: null,
    });
    expect(found.reasons.map(({ code }) => code)).toEqual(['R-N1', 'TXT-GEWELD']);
    expect(found.flags).toEqual(['F-CONTRADICTION']);
    const [, signal] = found.reasons;
    expect(signal?.evidence).toEqual([expect.objectContaining({ type: 'text', field: 'description' })]);
    expect(await triage.toldTypes(meldingId)).toEqual(['melding.triaged.v1']);
  });

  it('keeps no word of the text', async () => {
    const secret = 'Grootmoeder Canariavogel sloeg alarm omdat het kind werd geslagen.';
    const { meldingId } = await triage.receive(codedMelding(await triage.newLocation()), secret);
    await eventually(async () => expect((await triage.case(meldingId)).textAssessed).toBe(true));
    const tables = await triage.rows<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    for (const { name } of tables) {
      const hits = await triage.rows(`SELECT 1 FROM "${name}" AS t WHERE t::text ILIKE '%Canariavogel%'`);
      expect({ name, hits: hits.length }).toEqual({ name, hits: 0 });
    }
  });

  it('raises a crisis at once, without waiting for the text, and once only', async () => {
    triage.texts.behaviour = 'HANGS';
    const melding = codedMelding(await triage.newLocation(), { answers: DANGER_NOW });
    await triage.suspectCrisis(melding);
    expect(await triage.toldTypes(melding.meldingId)).toEqual(['crisis.raised.v1', 'melding.triaged.v1']);
    triage.texts.behaviour = 'ANSWERS';
    await triage.receive(melding, 'Er is nu brand uitgebroken in de opvang.');
    await eventually(async () => expect((await triage.case(melding.meldingId)).textAssessed).toBe(true));
    const found = await triage.case(melding.meldingId);
    expect(found.reasons.map(({ code }) => code)).toEqual(['R-N1', 'R-C2', 'TXT-ACUUT']);
    expect(found.queue).toBe('CRISISWACHT');
    expect(await triage.toldTypes(melding.meldingId)).toEqual(['crisis.raised.v1', 'melding.triaged.v1']);
  });

  it('opens one case when both events arrive at the same moment', async () => {
    const melding = codedMelding(null, { answers: DANGER_NOW });
    await Promise.all([triage.receive(melding), triage.suspectCrisis(melding)]);
    const cases = await triage.rows('SELECT id FROM triage_case WHERE melding_id = $1', [melding.meldingId]);
    expect(cases).toHaveLength(1);
    expect(await triage.toldTypes(melding.meldingId)).toEqual(['crisis.raised.v1', 'melding.triaged.v1']);
  });

  it('raises a crisis that only the text tells of', async () => {
    const { meldingId } = await triage.receive(
      codedMelding(await triage.newLocation()),
      'Mijn dochter ademt niet meer.',
    );
    await eventually(async () =>
      expect(await triage.toldTypes(meldingId)).toEqual(['crisis.raised.v1', 'melding.triaged.v1']),
    );
    expect((await triage.case(meldingId)).level).toBe('CRISIS');
  });

  it('stores each decision with the facts, the version and the rules it rested on', async () => {
    const { meldingId } = await triage.receive(codedMelding(await triage.newLocation()));
    await eventually(async () => expect((await triage.case(meldingId)).textAssessed).toBe(true));
    const decisions = await triage.rows<{
      cause: string;
      policy_version: string;
      kind: string;
      codes: string[];
    }>(
      `SELECT d.cause, d.policy_version, d.facts->>'kind' AS kind, jsonb_path_query_array(d.reasons, '$[*].code') AS codes
       FROM triage_decision d JOIN triage_case c ON c.id = d.case_id WHERE c.melding_id = $1 ORDER BY position`,
      [meldingId],
    );
    expect(decisions).toEqual([
      { cause: 'RECEIVED', policy_version: expect.any(String), kind: 'MELDING', codes: ['R-N1'] },
      { cause: 'TEXT_ASSESSED', policy_version: expect.any(String), kind: 'MELDING', codes: ['R-N1'] },
    ]);
    await expect(triage.rows(`UPDATE triage_decision SET level = 'LOW'`)).rejects.toThrow('append-only');
  });

  it('uses what the dossier says of the location at that time', async () => {
    const place = await triage.newLocation();
    const before = await triage.receive(codedMelding(place, { kind: 'SIGNAAL' }));
    await eventually(async () => expect((await triage.case(before.meldingId)).textAssessed).toBe(true));
    await triage.know(locationChanged(place, { revision: 3, enforcementState: 'AANMANING' }));
    await triage.know(locationChanged(place, { revision: 2, enforcementState: 'GEEN' }));
    const after = await triage.receive(codedMelding(place, { kind: 'SIGNAAL' }));
    expect(await triage.case(after.meldingId)).toMatchObject({ level: 'HIGH' });
    expect(await triage.case(before.meldingId)).toMatchObject({ level: 'NORMAL' });
  });
});
