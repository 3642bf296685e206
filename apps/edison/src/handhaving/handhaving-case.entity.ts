import type { EnforcementState } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Enforcement case of a location (domain.md 4.3). A location has one open case at most. */
@Entity({ name: 'handhaving_case' })
export class HandhavingCase {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'location_id', type: 'text' })
  locationId: string;

  @Column({ type: 'text' })
  state: EnforcementState;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt: Date;
}
