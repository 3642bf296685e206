import type { CodedMelding } from '#contracts';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MeldingHistories } from '../history/melding-histories.service.js';
import { locationState } from '../locations/location-state.js';
import { Locations } from '../locations/locations.service.js';
import { Policies } from '../policies/policies.service.js';
import {
  evaluate,
  triageFailed,
  type Decision,
  type DecisionContext,
  type MeldingText,
} from '../urgency/index.js';
import { JudgingError } from './judging.error.js';
import { factsOf, type Judgement } from './judgement.js';
import { mergedDecision } from './merged-decision.js';

/** Gathers what is known around a melding and has the policy judge it. */
@Injectable()
export class Judge {
  private readonly logger = new Logger(Judge.name);

  constructor(
    private readonly policies: Policies,
    private readonly locations: Locations,
    private readonly histories: MeldingHistories,
  ) {}

  /**
   * Judges by the current policy. Of several locations each counts: the highest level, the reasons of all.
   * @param text null as long as it has not been fetched
   * @throws JudgingError when there is no policy that can be used, or it fails on these facts
   */
  async judge(manager: EntityManager, melding: CodedMelding, text: MeldingText | null): Promise<Judgement> {
    const surroundings = await this.surroundings(manager, melding);
    return { ...surroundings, decision: this.decide(melding, text, surroundings.contexts) };
  }

  /** As `judge` without text, but never throws on the policy: what fails is HIGH and flagged (domain.md 3.2.8). */
  async judgeOnReceipt(manager: EntityManager, melding: CodedMelding): Promise<Judgement> {
    const surroundings = await this.surroundings(manager, melding);
    return { ...surroundings, decision: this.decideOrFail(melding, surroundings.contexts) };
  }

  private decideOrFail(melding: CodedMelding, contexts: DecisionContext[]): Decision {
    try {
      return this.decide(melding, null, contexts);
    } catch (error) {
      if (!(error instanceof JudgingError)) throw error;
      this.logger.error(`Melding ${melding.meldingId} could not be judged on receipt: ${error.message}.`);
      const policyVersion = this.policies.placing.version;
      return triageFailed({ level: 'HIGH', reasons: [], flags: [], policyVersion, complete: false });
    }
  }

  private decide(melding: CodedMelding, text: MeldingText | null, contexts: DecisionContext[]): Decision {
    try {
      const { current } = this.policies;
      const facts = factsOf(melding, text);
      return contexts.map((context) => evaluate(facts, context, current)).reduce(mergedDecision);
    } catch (error) {
      // No stack: the text may be part of what it says.
      throw new JudgingError(error);
    }
  }

  private async surroundings(
    manager: EntityManager,
    melding: CodedMelding,
  ): Promise<Omit<Judgement, 'decision'>> {
    const locations = await this.locations.find(manager, melding.locationIds);
    const judged = { meldingId: melding.meldingId, receivedAt: new Date(melding.receivedAt) };
    const submitterKeys = melding.submitterKey === null ? [] : [melding.submitterKey];
    const contexts: DecisionContext[] = [];
    for (const id of melding.locationIds) {
      const known = locations.find((location) => location.id === id);
      contexts.push({
        submitterKeys,
        otherMeldingen: await this.histories.around(manager, id, judged),
        location: known ? locationState(known) : null,
      });
    }
    return {
      locations,
      contexts: contexts.length > 0 ? contexts : [{ submitterKeys, otherMeldingen: [], location: null }],
    };
  }
}
