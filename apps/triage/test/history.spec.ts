import { eventually } from '#platform/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codedMelding, VIOLENCE } from './coded-meldingen.js';
import { loginEverybody, TriageUnderTest } from './triage-under-test.js';

const DAY_MS = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

let triage: TriageUnderTest;

beforeAll(async () => {
  triage = await TriageUnderTest.start();
  await loginEverybody(triage);
});

afterAll(async () => {
  await triage.stop();
});

const settled = async (...ids: string[]): Promise<void> => {
  for (const id of ids) await eventually(async () => expect((await triage.case(id)).textAssessed).toBe(true));
};
const codesOf = async (id: string): Promise<string[]> =>
  (await triage.case(id)).reasons.map(({ code }) => code);
const count = (types: string[], type: string): number => types.filter((one) => one === type).length;

describe('two independent reports of violence at one location (R-C8)', () => {
  it('raise both when they arrive at the same moment', async () => {
    const place = await triage.newLocation();
    const [one, other] = [
      codedMelding(place, { answers: VIOLENCE }),
      codedMelding(place, { answers: VIOLENCE }),
    ];
    await Promise.all([triage.receive(one), triage.receive(other)]);
    await settled(one.meldingId, other.meldingId);
    for (const { meldingId } of [one, other]) {
      expect(await codesOf(meldingId)).toContain('R-C8');
      expect((await triage.case(meldingId)).level).toBe('CRISIS');
      expect(count(await triage.toldTypes(meldingId), 'crisis.raised.v1')).toBe(1);
    }
  });

  it('raise all of a batch, each case opened once and each crisis told once', async () => {
    const [place, elsewhere] = [await triage.newLocation(), await triage.newLocation()];
    const violent = Array.from({ length: 10 }, () => codedMelding(place, { answers: VIOLENCE }));
    const alone = codedMelding(elsewhere, { answers: VIOLENCE });
    await triage.receiveAll([...violent, alone]);
    await settled(alone.meldingId, ...violent.map(({ meldingId }) => meldingId));
    for (const { meldingId } of violent) {
      expect(await codesOf(meldingId)).toContain('R-C8');
      expect(count(await triage.toldTypes(meldingId), 'crisis.raised.v1')).toBe(1);
      expect(count(await triage.toldTypes(meldingId), 'melding.triaged.v1')).toBe(1);
    }
    expect((await triage.case(alone.meldingId)).level).toBe('HIGH');
  });

  it('raise the first when the second comes later, and tell so once', async () => {
    const place = await triage.newLocation();
    const first = await triage.receive(codedMelding(place, { answers: VIOLENCE, receivedAt: daysAgo(6) }));
    await settled(first.meldingId);
    expect((await triage.case(first.meldingId)).level).toBe('HIGH');
    await triage.receive(codedMelding(place, { answers: VIOLENCE }));
    await triage.receive(codedMelding(place, { answers: VIOLENCE }));
    expect(await triage.toldTypes(first.meldingId)).toEqual([
      'melding.triaged.v1',
      'crisis.raised.v1',
      'melding.levelChanged.v1',
    ]);
    const changed = (await triage.told(first.meldingId)).at(-1);
    expect(changed?.data).toMatchObject({
      previousLevel: 'HIGH',
      level: 'CRISIS',
      cause: 'HISTORY',
      queue: 'CRISISWACHT',
    });
    const raised = (await triage.told(first.meldingId)).at(1);
    expect(Date.parse(String(raised?.data['pickUpBy']))).toBeGreaterThan(
      Date.parse(String(raised?.data['raisedAt'])),
    );
  });

  it('count by time of receipt when the earlier one is entered later', async () => {
    const place = await triage.newLocation();
    const later = await triage.receive(codedMelding(place, { answers: VIOLENCE }));
    const letter = await triage.receive(codedMelding(place, { answers: VIOLENCE, receivedAt: daysAgo(3) }));
    await settled(later.meldingId, letter.meldingId);
    expect(await codesOf(later.meldingId)).toContain('R-C8');
    expect(await codesOf(letter.meldingId)).toContain('R-C8');
  });

  it('raise nobody more than seven days apart, from one submitter, or at two locations', async () => {
    const place = await triage.newLocation();
    const old = await triage.receive(codedMelding(place, { answers: VIOLENCE, receivedAt: daysAgo(7.1) }));
    const mine = { answers: VIOLENCE, submitterKey: 'iemand' };
    const own = await triage.receive(codedMelding(place, mine));
    const again = await triage.receive(codedMelding(place, mine));
    const elsewhere = await triage.receive(codedMelding(await triage.newLocation(), { answers: VIOLENCE }));
    for (const { meldingId } of [old, own, again, elsewhere]) {
      expect((await triage.case(meldingId)).level).toBe('HIGH');
    }
  });

  it('count an anonymous report as a submitter of its own', async () => {
    const place = await triage.newLocation();
    const anonymous = { answers: VIOLENCE, submitterKey: null, identityMode: 'ANONYMOUS' as const };
    const one = await triage.receive(codedMelding(place, anonymous));
    const other = await triage.receive(codedMelding(place, anonymous));
    for (const { meldingId } of [one, other]) expect((await triage.case(meldingId)).level).toBe('CRISIS');
  });

  it('count for each of several locations', async () => {
    const [here, there] = [await triage.newLocation(), await triage.newLocation()];
    const first = await triage.receive(codedMelding(there, { answers: VIOLENCE }));
    const both = codedMelding(here, {
      kind: 'PERSONEELSTEKORT',
      answers: VIOLENCE,
      locationIds: [here, there],
    });
    await triage.receive(both);
    expect(await codesOf(both.meldingId)).toContain('R-C8');
    expect(await codesOf(first.meldingId)).toContain('R-C8');
  });

  it('keep their text signals when they are raised', async () => {
    const place = await triage.newLocation();
    const first = await triage.receive(
      codedMelding(place, { answers: VIOLENCE }),
      'Ze heeft mijn zoon geslagen.',
    );
    await settled(first.meldingId);
    await triage.receive(codedMelding(place, { answers: VIOLENCE }));
    expect(await codesOf(first.meldingId)).toEqual(['R-N1', 'R-C8', 'R-H3', 'TXT-GEWELD']);
  });
});

describe('several safety meldingen about one location (B-1)', () => {
  it('raise the third within 30 days, and not the two before it', async () => {
    const place = await triage.newLocation();
    const first = await triage.receive(codedMelding(place, { receivedAt: daysAgo(20) }));
    const second = await triage.receive(codedMelding(place, { receivedAt: daysAgo(10) }));
    const third = await triage.receive(codedMelding(place));
    await settled(first.meldingId, second.meldingId, third.meldingId);
    expect(await codesOf(third.meldingId)).toEqual(['R-N1', 'B-1']);
    expect((await triage.case(third.meldingId)).level).toBe('HIGH');
    expect(await codesOf(first.meldingId)).toEqual(['R-N1']);
    expect(await codesOf(second.meldingId)).toEqual(['R-N1']);
  });

  it('raise one that was received later when an earlier one is entered after it', async () => {
    const place = await triage.newLocation();
    await triage.receive(codedMelding(place, { receivedAt: daysAgo(20) }));
    const last = await triage.receive(codedMelding(place));
    await settled(last.meldingId);
    expect((await triage.case(last.meldingId)).level).toBe('NORMAL');
    await triage.receive(codedMelding(place, { receivedAt: daysAgo(10) }));
    expect(await codesOf(last.meldingId)).toEqual(['R-N1', 'B-1']);
    expect(await triage.toldTypes(last.meldingId)).toEqual(['melding.triaged.v1', 'melding.levelChanged.v1']);
  });

  it('are not listed once the text alone makes the same level', async () => {
    const place = await triage.newLocation();
    await triage.receive(codedMelding(place));
    await triage.receive(codedMelding(place));
    const third = await triage.receive(codedMelding(place), 'De begeleidster heeft mijn zoon geslagen.');
    await settled(third.meldingId);
    expect(await codesOf(third.meldingId)).toEqual(['R-N1', 'TXT-GEWELD']);
  });
});
