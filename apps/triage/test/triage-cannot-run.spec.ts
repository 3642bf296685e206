import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '#platform/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Policies } from '../src/policies/policies.service.js';
import type { UrgencyPolicy } from '../src/urgency/index.js';
import { codedMelding, DANGER_NOW, locationChanged } from './coded-meldingen.js';
import { loginEverybody, TriageUnderTest } from './triage-under-test.js';

const SHIPPED = fileURLToPath(new URL('../src/urgency/policy/', import.meta.url));
const POLICY = 'urgency-policy.v1.yaml';

const toldAsFailed = async (triage: TriageUnderTest, meldingId: string): Promise<void> => {
  const found = await triage.case(meldingId);
  expect(found).toMatchObject({ level: 'HIGH', queue: 'CRISISWACHT', flags: ['F-TRIAGE_FAILED'] });
  const { items } = await triage.worklist(`q=${found.reference}&level=HIGH&queue=CRISISWACHT`);
  expect(items.map(({ id }) => id)).toContain(found.id);
};

describe('a policy file that is broken', () => {
  let folder: string;
  let triage: TriageUnderTest;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'policy-'));
    cpSync(SHIPPED, folder, { recursive: true, filter: (path) => !path.endsWith('.ts') });
    writeFileSync(join(folder, POLICY), 'version: [');
    triage = await TriageUnderTest.start({ POLICY_FOLDER: folder });
    await loginEverybody(triage);
  });
  afterAll(async () => {
    await triage.stop();
    rmSync(folder, { recursive: true });
  });

  it('keeps no melding from crisis duty, and is completed when it is mended', async () => {
    const place = await triage.newLocation();
    const calm = await triage.receive(codedMelding(place));
    const crisis = await triage.receive(codedMelding(null, { answers: DANGER_NOW }));
    for (const { meldingId } of [calm, crisis]) {
      await toldAsFailed(triage, meldingId);
      expect(await triage.toldTypes(meldingId)).toEqual(['melding.triaged.v1']);
    }
    const metrics = await (await fetch(`${triage.service.url}/metrics`)).text();
    expect(metrics).toMatch(/^opgroeipunt_triage_policy_usable\{.*\} 0$/m);
    expect((await fetch(`${triage.service.url}/health/ready`)).status).toBe(200);
    const dryRun = await triage.request('policy/evaluations', 'kb.mc.een', {
      method: 'POST',
      body: JSON.stringify({
        melding: { kind: 'MELDING', submitterType: 'OUDER', identityMode: 'ANONYMOUS' },
      }),
    });
    expect(dryRun.status).toBe(503);

    writeFileSync(join(folder, POLICY), readFileSync(join(SHIPPED, POLICY)));
    await triage.restart();
    for (const { meldingId } of [calm, crisis]) {
      await eventually(async () => expect((await triage.case(meldingId)).textAssessed).toBe(true));
    }
    const { reasons, policyVersion, ...completed } = await triage.case(calm.meldingId);
    expect(completed).toMatchObject({ level: 'HIGH', queue: 'CRISISWACHT', team: 'REGIO_2' });
    expect(reasons.map(({ code }) => code)).toEqual(['R-N1', 'F-TRIAGE_FAILED']);
    expect(policyVersion).not.toBe('none');
    expect(await triage.toldTypes(calm.meldingId)).toEqual(['melding.triaged.v1']);
    expect((await triage.case(crisis.meldingId)).level).toBe('CRISIS');
    expect(await triage.toldTypes(crisis.meldingId)).toContain('crisis.raised.v1');
  });
});

describe('a fault that shows only in use', () => {
  let triage: TriageUnderTest;
  let mend: (() => void) | undefined;

  beforeAll(async () => {
    // So long that only what is raised at once can be seen.
    triage = await TriageUnderTest.start({ TEXT_DEADLINE_SECONDS: '3600', TEXT_GRACE_SECONDS: '3600' });
    await loginEverybody(triage);
  });
  afterEach(() => {
    mend?.();
    triage.texts.behaviour = 'ANSWERS';
  });
  afterAll(() => triage.stop());

  /** A rule of the policy that throws when it is read. */
  const breakRules = (rules: 'structuredRules' | 'compiledSignals'): void => {
    const policies = triage.service.app.get(Policies);
    const broken: UrgencyPolicy = Object.defineProperty({ ...policies.current }, rules, {
      get: () => {
        throw new TypeError('a rule that cannot be read');
      },
    });
    Object.defineProperty(policies, 'current', { value: broken, configurable: true });
    mend = () => void Reflect.deleteProperty(policies, 'current');
  };

  it('in the structured answers opens the case as HIGH, and is completed when it is mended', async () => {
    breakRules('structuredRules');
    const { meldingId } = await triage.receive(codedMelding(await triage.newLocation()));
    await toldAsFailed(triage, meldingId);
    mend?.();
    await eventually(async () => expect((await triage.case(meldingId)).textAssessed).toBe(true));
    expect((await triage.case(meldingId)).level).toBe('HIGH');
  });

  it('in the words raises the case at once, and is completed when it is mended', async () => {
    breakRules('compiledSignals');
    const { meldingId } = await triage.receive(
      codedMelding(await triage.newLocation()),
      'Mijn zoon ademt niet meer.',
    );
    await eventually(() => toldAsFailed(triage, meldingId));
    mend?.();
    await eventually(async () => expect((await triage.case(meldingId)).level).toBe('CRISIS'));
    expect((await triage.case(meldingId)).flags).toContain('F-TRIAGE_FAILED');
  });

  it('of intake, which answers and has no text, raises the case at once', async () => {
    triage.texts.behaviour = 'ANSWERS_WITHOUT_TEXT';
    await triage.know(locationChanged('L-zonder'));
    const { meldingId } = await triage.receive(codedMelding('L-zonder'));
    await eventually(() => toldAsFailed(triage, meldingId));
    triage.texts.behaviour = 'ANSWERS';
    await eventually(async () => expect((await triage.case(meldingId)).textAssessed).toBe(true));
  });
});
