import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Metrics } from '#platform';
import { DataSource } from 'typeorm';
import { codedMelding } from '../../test/coded-meldingen.js';
import { MeldingHistories } from '../history/melding-histories.service.js';
import { Locations } from '../locations/locations.service.js';
import { Policies } from '../policies/policies.service.js';
import { TriageConfig } from '../triage.config.js';
import type { UrgencyPolicy } from '../urgency/index.js';
import { Judge } from './judge.service.js';

/** A policy with a fault that no check at the start can see. */
class BrokenPolicies extends Policies {
  override get current(): UrgencyPolicy {
    return Object.defineProperty({ ...super.current }, 'structuredRules', {
      get: () => {
        throw new Error('a rule that cannot be read');
      },
    });
  }
}

const { manager } = new DataSource({ type: 'postgres' });
const config = new TriageConfig();
const judgeBy = (policies: Policies): Judge => new Judge(policies, new Locations(), new MeldingHistories());

describe('judging a melding on receipt', () => {
  it('gives the decision of the policy', async () => {
    const { decision } = await judgeBy(new Policies(config, new Metrics('triage'))).judgeOnReceipt(
      manager,
      codedMelding(null),
    );
    expect(decision).toMatchObject({ level: 'NORMAL', complete: false });
  });

  it('makes a melding on which the policy fails urgent for crisis duty, and never loses it', async () => {
    Logger.overrideLogger(false);
    const { decision, contexts } = await judgeBy(
      new BrokenPolicies(config, new Metrics('triage')),
    ).judgeOnReceipt(manager, codedMelding(null));
    Logger.overrideLogger(true);
    expect(decision).toMatchObject({ level: 'HIGH', flags: ['F-TRIAGE_FAILED'] });
    expect(decision.reasons.map(({ code }) => code)).toEqual(['F-TRIAGE_FAILED']);
    expect(contexts).toHaveLength(1);
  });

  it('does so too while there is no policy that can be used', async () => {
    Logger.overrideLogger(false);
    const nowhere = Object.assign(new TriageConfig(), { POLICY_FOLDER: '/nonexistent' });
    const policies = new Policies(nowhere, new Metrics('triage'));
    const { decision } = await judgeBy(policies).judgeOnReceipt(manager, codedMelding(null));
    Logger.overrideLogger(true);
    expect(policies.isUsable).toBe(false);
    expect(decision).toMatchObject({ level: 'HIGH', flags: ['F-TRIAGE_FAILED'], policyVersion: 'none' });
  });

  it('says nothing of the text when the policy fails on it', async () => {
    const text = { description: 'Canariavogel' };
    const broken = new BrokenPolicies(config, new Metrics('triage'));
    await expect(judgeBy(broken).judge(manager, codedMelding(null), text)).rejects.toThrow(
      /^the policy failed: Error$/,
    );
  });
});
