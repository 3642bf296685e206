import { eventually } from '#platform/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { codedMelding, DANGER_NOW } from './coded-meldingen.js';
import { loginEverybody, TriageUnderTest } from './triage-under-test.js';

let triage: TriageUnderTest;

beforeAll(async () => {
  triage = await TriageUnderTest.start();
  await loginEverybody(triage);
});

afterEach(() => {
  triage.texts.behaviour = 'ANSWERS';
});

afterAll(() => triage.stop());

const deadlineOf = (meldingId: string) =>
  triage.rows<{ urgent: boolean; done: boolean }>(
    `SELECT urgent, done_at IS NOT NULL AS done FROM messaging_work WHERE kind = 'text-deadline' AND key = $1`,
    [meldingId],
  );

describe('the deadline of a text', () => {
  it('goes before other work for a possible crisis only, so that those of a burst hold no crisis up', async () => {
    triage.texts.behaviour = 'HANGS';
    const calm = await triage.receive(codedMelding(await triage.newLocation()));
    const danger = await triage.receive(codedMelding(await triage.newLocation(), { answers: DANGER_NOW }));
    expect(await deadlineOf(calm.meldingId)).toEqual([{ urgent: false, done: false }]);
    expect(await deadlineOf(danger.meldingId)).toEqual([{ urgent: true, done: false }]);
  });

  it('ends with the text that was judged', async () => {
    const { meldingId } = await triage.receive(codedMelding(await triage.newLocation()));
    await eventually(async () =>
      expect(await deadlineOf(meldingId)).toEqual([{ urgent: false, done: true }]),
    );
    expect(await triage.case(meldingId)).toMatchObject({ textAssessed: true, flags: [] });
  });
});

describe('texts of meldingen that came in together', () => {
  it('are asked for together, and one that intake cannot tell leaves the others as they are', async () => {
    const place = await triage.newLocation();
    const meldingen = Array.from({ length: 20 }, () => codedMelding(place));
    const [unknown, ...known] = meldingen;
    const before = triage.texts.asked;
    const told = triage.receiveAll(meldingen);
    triage.texts.texts.delete(unknown!.meldingId);
    await told;
    for (const { meldingId } of known) {
      await eventually(async () => expect((await triage.case(meldingId)).textAssessed).toBe(true));
    }
    expect(triage.texts.asked - before).toBeLessThan(known.length);
    expect((await triage.case(unknown!.meldingId)).textAssessed).toBe(false);
    triage.texts.texts.set(unknown!.meldingId, 'De opvang stuurt het weekmenu niet meer door.');
    await eventually(async () => expect((await triage.case(unknown!.meldingId)).textAssessed).toBe(true));
  });
});
