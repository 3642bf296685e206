import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { completeAnswers, type Answers, type Kind, type SubmitterType } from '#contracts';
import { parse } from 'yaml';
import { evaluate, loadPolicies, type LocationState, type MeldingFacts, type OtherMelding } from './index.js';

interface UrgencyCase {
  says: string;
  kind?: Kind;
  submitterType?: SubmitterType;
  language?: string;
  answers?: Partial<Answers>;
  personeelstekort?: NonNullable<MeldingFacts['personeelstekort']>;
  inspectieAdvies?: NonNullable<MeldingFacts['inspectieAdvies']>;
  text?: string;
  submitterKeys?: string[];
  others?: OtherMelding[];
  location?: Partial<LocationState>;
  level: string;
  reasons: string[];
  flags?: string[];
}

const UNKNOWN_LOCATION: LocationState = {
  licenceState: null,
  enforcementState: null,
  riskBand: null,
  schorsingEndedOn: null,
};

const cases = parse(
  readFileSync(new URL('./cases/urgency-cases.yaml', import.meta.url), 'utf8'),
) as UrgencyCase[];
const policy = loadPolicies().current;

describe('the urgency policy (domain.md part 3)', () => {
  it.each(cases.map((one, row) => [`${row + 1}. ${one.says}`, one] as const))('%s', (_says, one) => {
    const decision = evaluate(
      {
        kind: one.kind ?? 'MELDING',
        submitterType: one.submitterType ?? 'OUDER',
        identityMode: 'KNOWN',
        answers: completeAnswers(one.answers ?? {}),
        personeelstekort: one.personeelstekort ?? null,
        inspectieAdvies: one.inspectieAdvies ?? null,
        language: one.language ?? 'nl',
        receivedAt: new Date('2024-06-05T08:00:00Z'),
        text: one.text ? { description: one.text } : null,
      },
      {
        submitterKeys: one.submitterKeys ?? [],
        otherMeldingen: one.others ?? [],
        location: one.location ? { ...UNKNOWN_LOCATION, ...one.location } : null,
      },
      policy,
    );
    expect({
      level: decision.level,
      reasons: decision.reasons.map(({ code }) => code),
      flags: decision.flags,
    }).toEqual({ level: one.level, reasons: one.reasons, flags: one.flags ?? [] });
  });
});
