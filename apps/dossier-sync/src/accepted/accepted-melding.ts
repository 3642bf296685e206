import type { MeldingFacts } from '../hand-over/melding-state.js';

/** A melding that intake has accepted, as intake itself counts it. */
export interface AcceptedMelding {
  meldingId: string;
  acceptedAt: Date;
  facts: MeldingFacts;
}

export interface AcceptedPage {
  items: AcceptedMelding[];
  nextCursor: string | null;
}

/** What came back is no list of meldingen. */
export class AcceptedNonsenseError extends Error {
  override readonly name = 'AcceptedNonsenseError';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** @throws AcceptedNonsenseError */
export function acceptedPageIn(body: unknown): AcceptedPage {
  if (!isObject(body) || !Array.isArray(body['items'])) throw new AcceptedNonsenseError('no list');
  const { nextCursor } = body;
  return {
    items: body['items'].map(acceptedMeldingIn),
    nextCursor: typeof nextCursor === 'string' && nextCursor !== '' ? nextCursor : null,
  };
}

function acceptedMeldingIn(item: unknown): AcceptedMelding {
  if (!isObject(item)) throw new AcceptedNonsenseError('an item is no object');
  const text = (name: string): string => {
    const value = item[name];
    if (typeof value !== 'string' || value === '') throw new AcceptedNonsenseError(`an item has no ${name}`);
    return value;
  };
  const texts = (name: string): string[] => {
    const value = item[name];
    if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) {
      throw new AcceptedNonsenseError(`an item has no list of ${name}`);
    }
    return value;
  };
  const acceptedAt = new Date(text('acceptedAt'));
  if (Number.isNaN(acceptedAt.getTime())) throw new AcceptedNonsenseError('acceptedAt is no time');
  return {
    meldingId: text('meldingId'),
    acceptedAt,
    facts: {
      reference: text('reference'),
      kind: text('kind'),
      receivedAt: text('receivedAt'),
      factDate: item['factDate'] === null ? null : text('factDate'),
      locationIds: texts('locationIds'),
      themes: texts('themes'),
    },
  };
}
