export interface TextTerms {
  deadlineSeconds: number;
  graceSeconds: number;
}

/**
 * Until when the text may take: so long after the melding was accepted, but never less than the grace after triage
 * began. `receivedAt` is not used: a letter can be entered days after it was received.
 */
export function textDeadline(acceptedAt: Date, openedAt: Date, terms: TextTerms): Date {
  return new Date(
    Math.max(
      acceptedAt.getTime() + terms.deadlineSeconds * 1_000,
      openedAt.getTime() + Math.min(terms.graceSeconds, terms.deadlineSeconds) * 1_000,
    ),
  );
}
