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
import { keptTexts } from '../vault/sealed-melding.js';
import type { MadeMelding } from './acceptance.columns.js';
import type { AcceptedMelding } from './accepted-melding.js';
import { codedMelding } from './coded-melding.js';
import type { Melding } from './melding.js';

export interface PreparedMelding {
  accepted: AcceptedMelding;
  made: MadeMelding;
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
    const kept = keptTexts(identity, { ...content, receiptSalt: newSalt() });
    const made: MadeMelding = {
      id,
      reference,
      submitterKey: this.submitterKeyOf(melding),
      followUpHash: this.codeHash.of(followUpCode),
      contentHash: contentHash(coded, kept),
      coded,
      sealed: this.vault.seal(id, kept),
      madeAt: this.clock.now(),
    };
    return {
      accepted: {
        id,
        reference,
        followUpCode,
        receivedAt: coded.receivedAt.toISOString(),
        receipt: this.receipt(made),
        admissibility: coded.admissibility,
      },
      made,
      events: eventsOf(made),
    };
  }

  private submitterKeyOf({ coded, identity }: Melding): string | null {
    const who = coded.identityMode === 'ANONYMOUS' ? undefined : submitterIdentity(identity.contact);
    return who === undefined ? null : keyedHash(this.submitterPepper, who).toString('hex');
  }

  private receipt({ reference, coded, contentHash, madeAt }: MadeMelding): string {
    return signReceipt(this.receiptKeys.current(), {
      reference,
      receivedAt: coded.receivedAt.toISOString(),
      contentHash: contentHash.toString('base64url'),
      iat: Math.floor(madeAt.getTime() / 1000),
    });
  }
}

/** A possible crisis takes the express lane first, so that it never waits behind bulk (architecture.md 4). */
function eventsOf(made: MadeMelding): OutboxEvent[] {
  const data = codedMelding(made, made.coded);
  const received = { type: MELDING_RECEIVED, key: made.id, data };
  return needsExpressLane(made.coded)
    ? [{ type: CRISIS_SUSPECTED, key: made.id, data }, received]
    : [received];
}
