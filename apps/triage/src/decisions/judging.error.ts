/** The policy could not judge a melding. Says what kind of fault, and no word of what was judged. */
export class JudgingError extends Error {
  override readonly name = 'JudgingError';

  constructor(cause: unknown) {
    super(`the policy failed: ${cause instanceof Error ? cause.name : typeof cause}`);
  }
}
