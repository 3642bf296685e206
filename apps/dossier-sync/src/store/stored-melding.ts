import type { StoreContent } from './store-content.js';
import { StoreNonsenseError } from './store-failure.js';

/** A melding as the store lists it; which fields it has is up to the store. */
export interface StoredMelding {
  meldingId: string;
  held: Record<string, unknown>;
}

export interface StoredMeldingPage {
  items: StoredMelding[];
  nextCursor: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** @throws StoreNonsenseError */
export function storedMeldingIn(value: unknown): StoredMelding {
  const meldingId = isObject(value) ? value['meldingId'] : undefined;
  if (!isObject(value) || typeof meldingId !== 'string' || !UUID.test(meldingId)) {
    throw new StoreNonsenseError('a listed melding has no id');
  }
  return { meldingId, held: value };
}

/** @throws StoreNonsenseError */
export function storedMeldingPageIn(body: unknown): StoredMeldingPage {
  if (!isObject(body) || !Array.isArray(body['items']))
    throw new StoreNonsenseError('the answer holds no list');
  const { nextCursor } = body;
  return {
    items: body['items'].map(storedMeldingIn),
    nextCursor: typeof nextCursor === 'string' && nextCursor !== '' ? nextCursor : null,
  };
}

const inOneForm = (field: string, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(String).sort();
  return field === 'receivedAt' && typeof value === 'string' ? new Date(value).getTime() : (value ?? null);
};

/** Tells whether the store holds what it was told; the order of lists and the way to write a time do not matter. */
export const holds = ({ held }: StoredMelding, content: StoreContent): boolean =>
  Object.entries(content).every(
    ([field, value]) =>
      JSON.stringify(inOneForm(field, held[field])) === JSON.stringify(inOneForm(field, value)),
  );
