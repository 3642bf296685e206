/** The lease of a work item ended while it was in hand. */
export class LostWorkLeaseError extends Error {
  override readonly name = 'LostWorkLeaseError';
  constructor(kind: string) {
    super(`another worker has taken over this ${kind}`);
  }
}
