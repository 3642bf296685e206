import type { EnforcementState, LicenceState } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A location as the dossier topic told it last: what routing and context rules need. */
@Entity('triage_location')
export class KnownLocation {
  @PrimaryColumn('text') id: string;
  @Column('integer') revision: number;
  @Column('text') name: string;
  @Column('text') municipality: string;
  @Column('text', { nullable: true }) province: string | null;
  /** Name and municipality in lower case without diacritics. */
  @Column('text', { name: 'search_text' }) searchText: string;
  @Column('text', { nullable: true }) spoc: string | null;
  @Column('text', { name: 'licence_state' }) licenceState: LicenceState;
  @Column('text', { name: 'enforcement_state' }) enforcementState: EnforcementState;
  @Column('date', { name: 'schorsing_ended_on', nullable: true }) schorsingEndedOn: string | null;
  @Column('text', { name: 'risk_band', nullable: true }) riskBand: string | null;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
}
