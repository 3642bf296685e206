import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { completeAnswers, type Answers, type IdentityMode, type Kind, type SubmitterType } from '#contracts';
import { clocksFor } from '../clocks/index.js';
import { route } from '../routing/index.js';
import { evaluate, loadPolicies, type LocationState, type MeldingFacts } from './index.js';

const fixtures = new URL('../../../../deploy/fixtures/', import.meta.url);
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, fixtures), 'utf8')) as T;

interface Fixture {
  id: string;
  melding: {
    kind: Kind;
    submitterType: SubmitterType;
    identityMode: IdentityMode;
    location?: { id: string };
    description: string;
    answers: Partial<Answers>;
    personeelstekort?: NonNullable<MeldingFacts['personeelstekort']>;
    language: string;
  };
  expected: {
    level: string;
    reasons: string[];
    flags: string[];
    queue: string;
    handlerRole: string;
    clocks: string[];
  };
}

const policy = loadPolicies().current;
const locations = new Map(
  read<(LocationState & { id: string; province: string })[]>('locations.json').map((one) => [one.id, one]),
);

describe('the twenty-five example meldingen (domain.md 2.5)', () => {
  it.each(read<Fixture[]>('meldingen.json').map((fixture) => [fixture.id, fixture] as const))(
    '%s gets the expected level, reasons, flags, queue, handler and clocks',
    (_id, { melding, expected }) => {
      const receivedAt = new Date('2024-06-05T08:00:00Z');
      const place = melding.location ? locations.get(melding.location.id) : undefined;
      const decision = evaluate(
        {
          kind: melding.kind,
          submitterType: melding.submitterType,
          identityMode: melding.identityMode,
          answers: completeAnswers(melding.answers),
          personeelstekort: melding.personeelstekort ?? null,
          inspectieAdvies: null,
          language: melding.language,
          receivedAt,
          text: { description: melding.description },
        },
        { submitterKeys: [], otherMeldingen: [], location: place ?? null },
        policy,
      );
      const routed = route(
        { ...melding, ...decision, locationKnown: place !== undefined, province: place?.province ?? null },
        policy.routing,
      );
      expect({
        level: decision.level,
        reasons: decision.reasons.map(({ code }) => code),
        flags: decision.flags,
        queue: routed.queue,
        handlerRole: routed.handlerRole,
        clocks: clocksFor({ ...melding, ...decision, receivedAt }, policy.clocks).map(({ code }) => code),
      }).toEqual(expected);
    },
  );
});
