import { eventually } from '#platform/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { codedMelding, locationChanged } from './coded-meldingen.js';
import { loginEverybody, TriageUnderTest } from './triage-under-test.js';

let triage: TriageUnderTest;

beforeAll(async () => {
  triage = await TriageUnderTest.start({ TEXT_DEADLINE_SECONDS: '1', TEXT_TIMEOUT_MS: '200' });
  await loginEverybody(triage);
});

afterEach(() => {
  triage.texts.behaviour = 'ANSWERS';
});

afterAll(async () => {
  await triage.stop();
});

const failed = async (id: string): Promise<void> => {
  await eventually(async () => expect((await triage.case(id)).flags).toContain('F-TRIAGE_FAILED'));
};

describe('a text that cannot be had in time', () => {
  it.each(['FAILS', 'HANGS'] as const)(
    'makes the case urgent for crisis duty when intake %s',
    async (behaviour) => {
      triage.texts.behaviour = behaviour;
      const { meldingId } = await triage.receive(codedMelding(await triage.newLocation(), { kind: 'VRAAG' }));
      await failed(meldingId);
      const found = await triage.case(meldingId);
      expect(found).toMatchObject({ level: 'HIGH', queue: 'CRISISWACHT', textAssessed: false });
      expect(found.reasons.map(({ code }) => code)).toEqual(['R-L1', 'F-TRIAGE_FAILED']);
      expect(await triage.toldTypes(meldingId)).toEqual(['melding.triaged.v1']);
    },
  );

  it('is still fetched afterwards, and completing lowers nothing and tells nothing twice', async () => {
    triage.texts.behaviour = 'FAILS';
    const { meldingId } = await triage.receive(codedMelding(await triage.newLocation()));
    await failed(meldingId);
    triage.texts.behaviour = 'ANSWERS';
    await eventually(async () => expect((await triage.case(meldingId)).textAssessed).toBe(true));
    expect(await triage.case(meldingId)).toMatchObject({
      level: 'HIGH',
      queue: 'CRISISWACHT',
      flags: ['F-TRIAGE_FAILED'],
    });
    expect(await triage.toldTypes(meldingId)).toEqual(['melding.triaged.v1']);
  });

  it('raises further when the late text tells of a crisis', async () => {
    triage.texts.behaviour = 'FAILS';
    const { meldingId } = await triage.receive(
      codedMelding(await triage.newLocation()),
      'Mijn zoon ademt niet meer.',
    );
    await failed(meldingId);
    triage.texts.behaviour = 'ANSWERS';
    await eventually(async () =>
      expect(await triage.toldTypes(meldingId)).toEqual([
        'melding.triaged.v1',
        'crisis.raised.v1',
        'melding.levelChanged.v1',
      ]),
    );
    const changed = (await triage.told(meldingId)).at(-1);
    expect(changed?.data).toMatchObject({ previousLevel: 'HIGH', level: 'CRISIS', cause: 'TEXT_ASSESSED' });
  });
});

describe('a location that triage does not know yet', () => {
  it('counts as context that is missing, until the dossier tells it', async () => {
    const { meldingId } = await triage.receive(codedMelding('L-later', { kind: 'SIGNAAL' }));
    await failed(meldingId);
    expect(await triage.case(meldingId)).toMatchObject({
      level: 'HIGH',
      team: 'CENTRAAL',
      textAssessed: false,
    });
    await triage.know(locationChanged('L-later', { enforcementState: 'AANMANING', province: 'Limburg' }));
    await eventually(async () => expect((await triage.case(meldingId)).textAssessed).toBe(true));
    expect(await triage.case(meldingId)).toMatchObject({ level: 'HIGH', team: 'REGIO_4' });
  });

  it('does not keep a danger in the text from being told at once', async () => {
    const { meldingId } = await triage.receive(codedMelding('L-never'), 'Mijn zoon ademt niet meer.');
    await eventually(async () => expect(await triage.toldTypes(meldingId)).toContain('crisis.raised.v1'));
    expect((await triage.case(meldingId)).reasons.map(({ code }) => code)).toContain('TXT-ACUUT');
  });
});
