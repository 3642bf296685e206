import type { CodedMelding } from '#contracts';
import type { KnownLocation } from '../locations/known-location.entity.js';
import type { Decision, DecisionContext, MeldingFacts, MeldingText } from '../urgency/index.js';

/** A decision and all it rests on. */
export interface Judgement {
  decision: Decision;
  /** One for each location; a single one without location when the melding names none. */
  contexts: DecisionContext[];
  /** The melding's locations as far as triage knows them. */
  locations: KnownLocation[];
}

/** What the policy may know of a melding as the event told it. */
export function factsOf(melding: CodedMelding, text: MeldingText | null): MeldingFacts {
  const { kind, submitterType, identityMode, answers, personeelstekort, inspectieAdvies, language } = melding;
  return {
    kind,
    submitterType,
    identityMode,
    answers,
    personeelstekort,
    inspectieAdvies,
    language,
    receivedAt: new Date(melding.receivedAt),
    text,
  };
}
