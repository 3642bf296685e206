import { Column, Entity, PrimaryColumn } from 'typeorm';

export type DeliveryOutcome = 'SENT' | 'DEFERRED' | 'FAILED';

/** One try to hand a message to the provider: the delivery log. */
@Entity({ name: 'delivery_attempt' })
export class DeliveryAttempt {
  @PrimaryColumn({ name: 'message_id', type: 'uuid' })
  messageId: string;

  @PrimaryColumn({ type: 'integer' })
  attempt: number;

  @Column({ name: 'attempted_at', type: 'timestamptz' })
  attemptedAt: Date;

  @Column({ type: 'text' })
  outcome: DeliveryOutcome;

  /** Code of what went wrong, never the provider's words: those may repeat the address. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ name: 'smtp_status', type: 'text', nullable: true })
  smtpStatus: string | null;
}
