/** The same request was written a moment ago by this process: its answer is there. */
export class RepeatedRequestError extends Error {
  override readonly name = 'RepeatedRequestError';
  constructor() {
    super('the first request with this key was accepted');
  }
}
