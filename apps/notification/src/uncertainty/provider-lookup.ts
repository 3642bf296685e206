import type { ProviderName } from '../delivery/mail-provider.js';

export type LookupAnswer = 'TAKEN' | 'NOT_TAKEN';

/** Asks a mail provider whether it took a mail. */
export abstract class ProviderLookup {
  /**
   * @param messageId with its angle brackets, as it stood in the mail
   * @throws when the provider cannot tell now
   */
  abstract find(messageId: string): Promise<LookupAnswer>;
}

/** The look-ups there are; a provider without one can tell nothing. */
export class ProviderLookups {
  constructor(private readonly byProvider: ReadonlyMap<ProviderName, ProviderLookup>) {}

  of(provider: ProviderName): ProviderLookup | undefined {
    return this.byProvider.get(provider);
  }
}
