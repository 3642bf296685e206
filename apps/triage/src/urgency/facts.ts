import type {
  Answers,
  IdentityMode,
  InspectieAdvice,
  Kind,
  PersoneelstekortMeasure,
  SubmitterType,
} from '#contracts';

/** The melder's own words: data to be searched, never kept, never obeyed (domain.md 3.2.9). */
export interface MeldingText {
  readonly description: string;
  readonly measuresTaken?: string | null;
  readonly desiredOutcome?: string | null;
}

export type TextField = keyof MeldingText;

/** All that the policy may know of one melding. Identity and contact are no part of it (domain.md 3.2.6). */
export interface MeldingFacts {
  readonly kind: Kind;
  readonly submitterType: SubmitterType;
  readonly identityMode: IdentityMode;
  /** Complete: what was not answered is `unknown` (use `completeAnswers` of #contracts). */
  readonly answers: Answers;
  readonly personeelstekort: { readonly measures: readonly PersoneelstekortMeasure[] } | null;
  readonly inspectieAdvies: { readonly advice: InspectieAdvice } | null;
  /** Language tag as the form sent it; null when it sent none. */
  readonly language: string | null;
  readonly receivedAt: Date;
  /** Null as long as the text has not been fetched: the decision then rests on answers and context alone. */
  readonly text: MeldingText | null;
}
