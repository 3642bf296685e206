import { Clock, ProblemException } from '#platform';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { clockDtos } from '../cases/clock.dto.js';
import { storedClock } from '../cases/stored-clock.js';
import { clocksFor } from '../clocks/index.js';
import { mergedDecision } from '../decisions/merged-decision.js';
import type { KnownLocation } from '../locations/known-location.entity.js';
import { locationState } from '../locations/location-state.js';
import { Locations } from '../locations/locations.service.js';
import { Policies } from '../policies/policies.service.js';
import { route } from '../routing/index.js';
import { evaluate, type DecisionContext, type LocationState, type UrgencyPolicy } from '../urgency/index.js';
import { dryRunFacts, givenState, locationIdsOf, otherMelding, submitterKeysOf } from './dry-run-facts.js';
import type { EvaluationRequestDto } from './evaluation-request.dto.js';
import type { EvaluationDto } from './evaluation.dto.js';

/** Tries the policy on a melding: reads the known locations, stores nothing, sends nothing (contract.md 4). */
@Injectable()
export class Evaluations {
  constructor(
    private readonly manager: EntityManager,
    private readonly policies: Policies,
    private readonly locations: Locations,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException 400 for a policy version that is not at hand, 503 while none can be used */
  async evaluate(request: EvaluationRequestDto): Promise<EvaluationDto> {
    const policy = this.policy(request.policyVersion);
    const { melding, context } = request;
    const now = this.clock.now();
    const facts = dryRunFacts(melding, now);
    const known = await this.locations.find(this.manager, locationIdsOf(melding));
    const contexts = contextsOf(request, known);
    const decision = contexts.map((one) => evaluate(facts, one, policy)).reduce(mergedDecision);
    const { level, reasons, flags, policyVersion } = decision;
    const { queue, team, handlerRole } = route(
      {
        ...facts,
        level,
        flags,
        locationKnown: known.length > 0 || Boolean(context?.location && melding.location?.id),
        province: known[0]?.province ?? null,
      },
      policy.routing,
    );
    const clocks = clocksFor({ level, kind: facts.kind, receivedAt: facts.receivedAt }, policy.clocks).map(
      storedClock,
    );
    return {
      level,
      reasons,
      flags,
      clocks: clockDtos(clocks, null, now),
      queue,
      team,
      handlerRole,
      policyVersion,
    };
  }

  private policy(version: string | undefined): UrgencyPolicy {
    const { current } = this.usable();
    const found = version === undefined || version === null ? current : this.policies.find(version);
    if (found !== undefined) return found;
    throw new ProblemException(400, {
      code: 'UNKNOWN_POLICY_VERSION',
      detail: {
        nl: `Deze versie van de regels is er niet. De versie die nu geldt, is ${current.version}.`,
        en: `There is no such version of the policy. The one in force is ${current.version}.`,
        fr: `Cette version des règles n'existe pas. La version en vigueur est ${current.version}.`,
      },
      errors: [
        {
          pointer: '/policyVersion',
          code: 'UNKNOWN_POLICY_VERSION',
          message: {
            nl: 'Deze versie is er niet.',
            en: 'There is no such version.',
            fr: "Cette version n'existe pas.",
          },
        },
      ],
    });
  }

  private usable(): Policies {
    if (this.policies.isUsable) return this.policies;
    throw new ProblemException(503, {
      code: 'NO_USABLE_POLICY',
      detail: {
        nl: 'De regels zijn nu niet bruikbaar. Elke melding gaat intussen naar de crisiswacht.',
        en: 'No policy can be used now. Every melding goes to crisis duty meanwhile.',
        fr: 'Les règles ne sont pas utilisables pour le moment. Entre-temps, chaque signalement est transmis à la garde de crise.',
      },
    });
  }
}

/** One for each known location; a given state takes the place of what is known. */
function contextsOf(
  { melding, context }: EvaluationRequestDto,
  known: readonly KnownLocation[],
): DecisionContext[] {
  const otherMeldingen = (context?.otherMeldingen ?? []).map(otherMelding);
  const states: (LocationState | null)[] = context?.location
    ? [givenState(context.location)]
    : known.map(locationState);
  const submitterKeys = submitterKeysOf(melding);
  return (states.length > 0 ? states : [null]).map((location) => ({
    submitterKeys,
    otherMeldingen,
    location,
  }));
}
