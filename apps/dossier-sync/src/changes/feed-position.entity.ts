import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a feed of another system has been read, and which process reads it now. */
@Entity({ name: 'feed_position' })
export class FeedPosition {
  @PrimaryColumn({ type: 'text' })
  feed: string;

  /** Last sequence that was published; bigint arrives as text. */
  @Column({ name: 'last_sequence', type: 'bigint' })
  lastSequence: string;

  @Column({ name: 'leased_by', type: 'uuid', nullable: true })
  leasedBy: string | null;

  @Column({ name: 'leased_until', type: 'timestamptz', nullable: true })
  leasedUntil: Date | null;
}
