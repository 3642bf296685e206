import { randomUUIDv7, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CRISIS_SUSPECTED, MELDING_RECEIVED, needsExpressLane } from '#contracts';
import type { OutboxEvent } from '#messaging';
import { Clock, keyedHash, KeyRing } from '#platform';
import { newFollowUpCode } from '../follow-up/follow-up-code.js';
import { FollowUpCodeHash } from '../follow-up/follow-up-code-hash.js';
import { contentHash, newSalt } from '../receipt/content-hash.js';
import { signReceipt } from '../receipt/receipt.js';
import { ReceiptKeys } from '../receipt/receipt-keys.service.js';
import { newReference } from '../reference/reference.js';
import { submitterIdentity } from '../submitter/submitter-identity.js';
import { MeldingVault } from '../vault/melding-vault.service.js';
import type { AcceptanceValues } from './acceptance.statement.js';
import type { AcceptedMelding } from './accepted-melding.js';
import { codedMelding } from './coded-melding.js';
import type { CodedPart, Melding } from './melding.js';

/** Values of the statement that accepting itself fills in; the rest depends on how it was sent. */
export type OwnValues = Omit<AcceptanceValues, keyof CompanionValues>;
export type CompanionValues = Pick<
  AcceptanceValues,
  | 'idempotency_scope'
  | 'idempotency_key_hash'
  | 'idempotency_request_hash'
  | 'idempotency_answer'
  | 'idempotency_at'
  | 'confirmation_hash'
  | 'confirmation_sealed'
  | 'confirmation_expires'
>;

export interface PreparedMelding {
  accepted: AcceptedMelding;
  values: OwnValues;
  events: OutboxEvent[];
}

/** Makes all that is written and told about a melding, in memory: nothing here waits for another system. */
@Injectable()
export class AcceptancePreparation {
  private readonly submitterPepper: KeyObject;

  constructor(
    private readonly vault: MeldingVault,
    private readonly receiptKeys: ReceiptKeys,
    private readonly codeHash: FollowUpCodeHash,
    private readonly clock: Clock,
    keyRing: KeyRing,
  ) {
    this.submitterPepper = keyRing.derive('submitter-key');
  }

  prepare(melding: Melding): PreparedMelding {
    const { coded, identity, content } = melding;
    const id = randomUUIDv7();
    const reference = newReference();
    const followUpCode = newFollowUpCode();
    const salt = newSalt();
    const hash = contentHash(melding, salt);
    const submitterKey = this.submitterKeyOf(melding);
    const sealed = this.vault.seal(id, identity, { ...content, receiptSalt: salt.toString('base64url') });
    const values: OwnValues = {
      ...codedValues(coded),
      id,
      reference,
      submitter_key: submitterKey,
      follow_up_hash: this.codeHash.of(followUpCode),
      content_hash: hash,
      wrapped_key: sealed.wrappedKey,
      sealed_identity: sealed.identity,
      sealed_content: sealed.content,
      trace_id: randomUUIDv7(),
      trace_at: this.clock.now(),
    };
    return {
      accepted: {
        id,
        reference,
        followUpCode,
        receivedAt: coded.receivedAt.toISOString(),
        receipt: this.receipt(reference, coded.receivedAt, hash),
        admissibility: coded.admissibility,
      },
      values,
      events: eventsOf({ id, reference, submitterKey }, coded),
    };
  }

  private submitterKeyOf({ coded, identity }: Melding): string | null {
    const who = coded.identityMode === 'ANONYMOUS' ? undefined : submitterIdentity(identity.contact);
    return who === undefined ? null : keyedHash(this.submitterPepper, who).toString('hex');
  }

  private receipt(reference: string, receivedAt: Date, hash: Buffer): string {
    return signReceipt(this.receiptKeys.current(), {
      reference,
      receivedAt: receivedAt.toISOString(),
      contentHash: hash.toString('base64url'),
      iat: Math.floor(this.clock.now().getTime() / 1000),
    });
  }
}

type CodedValues = Omit<
  OwnValues,
  | 'id'
  | 'reference'
  | 'submitter_key'
  | 'follow_up_hash'
  | 'content_hash'
  | `wrapped_${string}`
  | `sealed_${string}`
  | `trace_${string}`
>;

function codedValues(coded: CodedPart): CodedValues {
  return {
    kind: coded.kind,
    submitter_type: coded.submitterType,
    identity_mode: coded.identityMode,
    channel: coded.channel,
    language: coded.language,
    preferred_channel: coded.preferredChannel,
    received_at: coded.receivedAt,
    fact_day: coded.fact?.day ?? null,
    fact_at: coded.fact?.at ?? null,
    location_ids: coded.locationIds,
    location_described: coded.locationDescribed,
    answers: coded.answers,
    themes: coded.themes,
    already_reported_to: coded.alreadyReportedTo,
    parents_informed: coded.parentsInformed,
    consent_to_share_identity: coded.consentToShareIdentity,
    personeelstekort: coded.personeelstekort,
    inspectie_advies: coded.inspectieAdvies,
    reachable_by_email: coded.reachableBy.email,
    reachable_by_phone: coded.reachableBy.phone,
    admissibility_missing: coded.admissibility.missing,
    entered_by: coded.enteredBy,
  };
}

/** A possible crisis takes the express lane first, so that it never waits behind bulk (architecture.md 4). */
function eventsOf(
  named: { id: string; reference: string; submitterKey: string | null },
  coded: CodedPart,
): OutboxEvent[] {
  const data = codedMelding(named, coded);
  const received = { type: MELDING_RECEIVED, key: named.id, data };
  return needsExpressLane(coded) ? [{ type: CRISIS_SUSPECTED, key: named.id, data }, received] : [received];
}
