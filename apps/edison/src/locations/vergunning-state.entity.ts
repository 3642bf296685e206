import type { LicenceState } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line in the history of a licence; never changed or deleted. */
@Entity({ name: 'vergunning_state' })
export class VergunningState {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'vergunning_id', type: 'uuid' })
  vergunningId: string;

  @Column({ type: 'text' })
  state: LicenceState;

  /** Null when the day is not known, as for what was taken over from elsewhere. */
  @Column({ name: 'effective_on', type: 'date', nullable: true })
  effectiveOn: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;
}
