import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HandhavingTransition } from './handhaving-transition.js';
import type { LocationSnapshot } from './location-snapshot.js';

export const CHANGE_TYPES = ['LOCATION_CHANGED', 'HANDHAVING_STATE_CHANGED'] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

/** One line of the change feed. Its sequence has no gaps and follows the order of commit. */
@Entity({ name: 'change' })
export class Change {
  /** bigint: arrives as text. */
  @PrimaryColumn({ type: 'bigint' })
  sequence: string;

  @Column({ type: 'text' })
  type: ChangeType;

  @Column({ name: 'location_id', type: 'text' })
  locationId: string;

  @Column({ type: 'jsonb', nullable: true })
  location: LocationSnapshot | null;

  @Column({ type: 'jsonb', nullable: true })
  handhaving: HandhavingTransition | null;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;
}
