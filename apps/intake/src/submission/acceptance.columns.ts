import type { IdempotencyRow } from '#platform';
import type { SealedMelding } from '../vault/sealed-melding.js';
import type { CodedPart } from './melding.js';

/** A melding with all that was made for it, ready to be written. */
export interface MadeMelding {
  id: string;
  reference: string;
  submitterKey: string | null;
  followUpHash: Buffer;
  contentHash: Buffer;
  coded: CodedPart;
  sealed: SealedMelding;
  madeAt: Date;
}

/** What the page behind a plain form shows once. */
export interface KeptConfirmation {
  tokenHash: Buffer;
  sealed: Buffer;
  expiresAt: Date;
}

/** A value as it stands in the JSON of a parameter; PostgreSQL reads it as `type`. */
export interface Column<Row> {
  name: string;
  type: 'uuid' | 'text' | 'text[]' | 'boolean' | 'date' | 'timestamptz' | 'jsonb' | 'bytea';
  of: (row: Row) => object | string | boolean | null;
}

/** As PostgreSQL writes bytes. */
const bytes = (value: Buffer): string => `\\x${value.toString('hex')}`;
const moment = (value: Date | undefined | null): string | null => value?.toISOString() ?? null;
/** As PostgreSQL writes a list of texts; reading a JSON list would take it a query for each. */
const list = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;

export const MELDING_COLUMNS: readonly Column<MadeMelding>[] = [
  { name: 'id', type: 'uuid', of: (made) => made.id },
  { name: 'reference', type: 'text', of: (made) => made.reference },
  { name: 'submitter_key', type: 'text', of: (made) => made.submitterKey },
  { name: 'follow_up_hash', type: 'bytea', of: (made) => bytes(made.followUpHash) },
  { name: 'content_hash', type: 'bytea', of: (made) => bytes(made.contentHash) },
  { name: 'kind', type: 'text', of: ({ coded }) => coded.kind },
  { name: 'submitter_type', type: 'text', of: ({ coded }) => coded.submitterType },
  { name: 'identity_mode', type: 'text', of: ({ coded }) => coded.identityMode },
  { name: 'channel', type: 'text', of: ({ coded }) => coded.channel },
  { name: 'language', type: 'text', of: ({ coded }) => coded.language },
  { name: 'preferred_channel', type: 'text', of: ({ coded }) => coded.preferredChannel },
  { name: 'received_at', type: 'timestamptz', of: ({ coded }) => moment(coded.receivedAt) },
  { name: 'fact_day', type: 'date', of: ({ coded }) => coded.fact?.day ?? null },
  { name: 'fact_at', type: 'timestamptz', of: ({ coded }) => moment(coded.fact?.at) },
  { name: 'location_ids', type: 'text[]', of: ({ coded }) => list(coded.locationIds) },
  { name: 'location_described', type: 'boolean', of: ({ coded }) => coded.locationDescribed },
  { name: 'answers', type: 'jsonb', of: ({ coded }) => coded.answers },
  { name: 'themes', type: 'text[]', of: ({ coded }) => list(coded.themes) },
  { name: 'already_reported_to', type: 'text[]', of: ({ coded }) => list(coded.alreadyReportedTo) },
  { name: 'parents_informed', type: 'text', of: ({ coded }) => coded.parentsInformed },
  { name: 'consent_to_share_identity', type: 'boolean', of: ({ coded }) => coded.consentToShareIdentity },
  { name: 'personeelstekort', type: 'jsonb', of: ({ coded }) => coded.personeelstekort },
  { name: 'inspectie_advies', type: 'jsonb', of: ({ coded }) => coded.inspectieAdvies },
  { name: 'reachable_by_email', type: 'boolean', of: ({ coded }) => coded.reachableBy.email },
  { name: 'reachable_by_phone', type: 'boolean', of: ({ coded }) => coded.reachableBy.phone },
  { name: 'admissibility_missing', type: 'text[]', of: ({ coded }) => list(coded.admissibility.missing) },
  { name: 'entered_by', type: 'text', of: ({ coded }) => coded.enteredBy },
];

/** Of the vault and the trace, under the names by which the statement knows them. */
export const OTHER_COLUMNS: readonly Column<MadeMelding>[] = [
  { name: 'wrapped_key', type: 'bytea', of: ({ sealed }) => bytes(sealed.wrappedKey) },
  { name: 'sealed_identity', type: 'bytea', of: ({ sealed }) => bytes(sealed.identity) },
  { name: 'sealed_content', type: 'bytea', of: ({ sealed }) => bytes(sealed.content) },
  { name: 'made_at', type: 'timestamptz', of: (made) => moment(made.madeAt) },
];

export const ANSWER_COLUMNS: readonly Column<IdempotencyRow>[] = [
  { name: 'scope', type: 'text', of: (kept) => kept.scope },
  { name: 'key_hash', type: 'bytea', of: (kept) => bytes(kept.keyHash) },
  { name: 'request_hash', type: 'bytea', of: (kept) => bytes(kept.requestHash) },
  { name: 'answer', type: 'bytea', of: (kept) => bytes(kept.answer) },
  { name: 'created_at', type: 'timestamptz', of: (kept) => moment(kept.createdAt) },
];

export const CONFIRMATION_COLUMNS: readonly Column<KeptConfirmation>[] = [
  { name: 'token_hash', type: 'bytea', of: (kept) => bytes(kept.tokenHash) },
  { name: 'sealed', type: 'bytea', of: (kept) => bytes(kept.sealed) },
  { name: 'expires_at', type: 'timestamptz', of: (kept) => moment(kept.expiresAt) },
];
