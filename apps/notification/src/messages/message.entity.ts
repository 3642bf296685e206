import type { Kind, MessagePurpose } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MessageState } from './message-state.js';

/** What a template needs to know beside the address: codes only. */
export interface MessageFacts {
  kind: Kind;
  caseId?: string;
}

/** One message to one recipient. The recipient's address is never stored: it is fetched at sending time. */
@Entity({ name: 'message' })
export class Message {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  purpose: MessagePurpose;

  /** The melding it is about. */
  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId: string;

  @Column({ type: 'text' })
  reference: string;

  /** What happened that it tells of; with purpose, subject and recipient it makes the message unique. */
  @Column({ type: 'text' })
  occasion: string;

  @Column({ name: 'recipient_token', type: 'text' })
  recipientToken: string;

  /** User name, for a message to staff; null for one to the melder. */
  @Column({ name: 'staff_username', type: 'text', nullable: true })
  staffUsername: string | null;

  @Column({ type: 'text' })
  template: string;

  @Column({ name: 'template_version', type: 'text' })
  templateVersion: string;

  @Column({ type: 'text' })
  channel: 'EMAIL';

  @Column({ type: 'jsonb' })
  facts: MessageFacts;

  @Column({ type: 'text' })
  state: MessageState;

  /** When what it tells of happened, as the event says. */
  @Column({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt: Date;

  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt: Date;

  /** When it was handed to the workers; null while an acknowledgement waits for the judgement. */
  @Column({ name: 'released_at', type: 'timestamptz', nullable: true })
  releasedAt: Date | null;

  @Column({ type: 'integer' })
  attempts: number;

  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError: string | null;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt: Date | null;

  /** Turn of a late message, so that many do not leave at once; null while it is not late. */
  @Column({ name: 'slot_at', type: 'timestamptz', nullable: true })
  slotAt: Date | null;

  /** Since when nobody on this side knows whether the provider has it. */
  @Column({ name: 'uncertain_since', type: 'timestamptz', nullable: true })
  uncertainSince: Date | null;

  /** Since when a person is asked whether it was sent. */
  @Column({ name: 'asked_at', type: 'timestamptz', nullable: true })
  askedAt: Date | null;

  /** When a report told that it was delivered or bounced. */
  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt: Date | null;

  /** The message whose mail also tells this. */
  @Column({ name: 'combined_into', type: 'uuid', nullable: true })
  combinedInto: string | null;
}
