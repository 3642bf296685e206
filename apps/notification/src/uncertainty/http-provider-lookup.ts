import { ProviderLookup, type LookupAnswer } from './provider-lookup.js';
import { answerIn } from './lookup-answer.js';

const PATIENCE_MS = 5_000;

export interface HttpLookupOptions {
  /** Address with `{messageId}` in it. */
  url: string;
  /** Dotted path to the list of mails found within the JSON answer; empty when the answer is the list. */
  list: string;
  /** Value of the Authorization header. */
  authorization: string | undefined;
}

/** Look-up with any provider whose HTTP interface searches by Message-ID. */
export class HttpProviderLookup extends ProviderLookup {
  constructor(private readonly options: HttpLookupOptions) {
    super();
  }

  async find(messageId: string): Promise<LookupAnswer> {
    const { url, list, authorization } = this.options;
    const bare = messageId.replace(/^<|>$/g, '');
    const response = await fetch(url.replaceAll('{messageId}', encodeURIComponent(bare)), {
      headers: { accept: 'application/json', ...(authorization === undefined ? {} : { authorization }) },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 404) {
      await response.body?.cancel();
      return 'NOT_TAKEN';
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`the look-up answered ${response.status}`);
    }
    return answerIn(await response.json(), list);
  }
}
