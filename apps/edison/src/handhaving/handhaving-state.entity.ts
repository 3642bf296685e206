import type { EnforcementState } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One step in the history of an enforcement case; never changed or deleted. */
@Entity({ name: 'handhaving_state' })
export class HandhavingState {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'handhaving_id', type: 'uuid' })
  handhavingId: string;

  @Column({ type: 'text' })
  state: EnforcementState;

  /** Null for the first step: a case that was taken over starts in the state it had. */
  @Column({ name: 'previous_state', type: 'text', nullable: true })
  previousState: EnforcementState | null;

  @Column({ name: 'effective_on', type: 'date', nullable: true })
  effectiveOn: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;
}
