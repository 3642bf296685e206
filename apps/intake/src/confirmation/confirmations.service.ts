import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Kind } from '#contracts';
import { Clock, open, seal } from '#platform';
import type { Companions } from '../submission/acceptance.statement.js';
import type { AcceptedMelding } from '../submission/accepted-melding.js';
import {
  confirmationHash,
  confirmationKey,
  isConfirmationToken,
  newConfirmationToken,
} from './confirmation-token.js';

const SHOWN_WITHIN_MS = 15 * 60_000;
const PURPOSE = 'confirmation';

/** What the page after a plain form shows. */
export interface Confirmation extends Omit<AcceptedMelding, 'id' | 'receipt'> {
  kind: Kind;
}

interface DeletedRow {
  token_hash: Buffer;
  sealed: Buffer;
  expires_at: Date;
}

/**
 * Carries reference and follow-up code from the form to the page behind it. The address of the page holds only a
 * random token; the code lies sealed under that token and is deleted when it is shown. So the code itself is in no
 * address, log or history, and a page that is opened twice shows it once.
 */
@Injectable()
export class Confirmations {
  constructor(
    private readonly manager: EntityManager,
    private readonly clock: Clock,
  ) {}

  newToken(): string {
    return newConfirmationToken();
  }

  pathOf(token: string): string {
    return `/bevestiging/${token}`;
  }

  companion(token: string, kind: Kind, accepted: AcceptedMelding): Companions {
    const { reference, followUpCode, receivedAt, admissibility } = accepted;
    const shown: Confirmation = { reference, followUpCode, receivedAt, admissibility, kind };
    return {
      confirmation: {
        tokenHash: confirmationHash(token),
        sealed: seal(confirmationKey(token), PURPOSE, JSON.stringify(shown)),
        expiresAt: new Date(this.clock.now().getTime() + SHOWN_WITHIN_MS),
      },
    };
  }

  /** Gives what is to be shown and forgets it; undefined when it was shown before or waited too long. */
  async take(token: string): Promise<Confirmation | undefined> {
    if (!isConfirmationToken(token)) return undefined;
    const [rows] = await this.manager.query<[DeletedRow[], number]>(
      `DELETE FROM confirmation WHERE token_hash = $1 OR expires_at < $2 RETURNING token_hash, sealed, expires_at`,
      [confirmationHash(token), this.clock.now()],
    );
    const own = rows.find((row) => row.token_hash.equals(confirmationHash(token)));
    if (own === undefined || own.expires_at < this.clock.now()) return undefined;
    return JSON.parse(open(confirmationKey(token), PURPOSE, own.sealed).toString('utf8')) as Confirmation;
  }
}
