/** A melding names locations that nobody knows. */
export class UnknownLocationError extends Error {
  override readonly name = 'UnknownLocationError';

  constructor(readonly unknownIds: string[]) {
    super('unknown location');
  }
}
