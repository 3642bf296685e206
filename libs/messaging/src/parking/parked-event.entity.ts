import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event that could not be handled, or that waits behind such an event of the same aggregate. */
@Entity('messaging_parked')
export class ParkedEventEntity {
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'bigint', insert: false }) position: string;
  /** The consumer group that could not handle it: names the service that owns the problem. */
  @Column('text') consumer: string;
  @Column('text') topic: string;
  @Column('text') key: string;
  @Column('text', { name: 'event_id' }) eventId: string;
  @Column('text') type: string;
  @Column('text') source: string;
  @Column('jsonb') headers: Record<string, string>;
  @Column('bytea') value: Buffer;
  @Column('text') reason: string;
  @Column('integer') attempts: number;
  @Column('timestamptz', { name: 'parked_at' }) parkedAt: Date;
  /** Null while it waits behind another. */
  @Column('timestamptz', { name: 'next_try', nullable: true }) nextTry: Date | null;
  @Column('uuid', { name: 'lease_owner', nullable: true }) leaseOwner: string | null;
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil: Date | null;
  @Column('timestamptz', { name: 'resolved_at', nullable: true }) resolvedAt: Date | null;
}
