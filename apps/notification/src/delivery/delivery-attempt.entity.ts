import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProviderName } from './mail-provider.js';

/**
 * `STARTED`: written before the first byte of content left, nothing known since. `UNKNOWN`: its answer was lost or its
 * process died. `NOT_TAKEN`: found out later that the provider does not have it.
 */
export type DeliveryOutcome = 'STARTED' | 'SENT' | 'DEFERRED' | 'FAILED' | 'UNKNOWN' | 'NOT_TAKEN';

/** One try to hand a message to a provider: the delivery log. */
@Entity({ name: 'delivery_attempt' })
export class DeliveryAttempt {
  @PrimaryColumn({ name: 'message_id', type: 'uuid' })
  messageId: string;

  @PrimaryColumn({ type: 'integer' })
  attempt: number;

  /** Which provider got the content; null when none did. */
  @Column({ type: 'text', nullable: true })
  provider: ProviderName | null;

  @Column({ name: 'attempted_at', type: 'timestamptz' })
  attemptedAt: Date;

  @Column({ type: 'text' })
  outcome: DeliveryOutcome;

  /** Code of what went wrong or who found out, never the provider's words: those may repeat the address. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ name: 'smtp_status', type: 'text', nullable: true })
  smtpStatus: string | null;
}
