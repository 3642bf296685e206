import type { EnforcementState, LicenceState } from '#contracts';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { LocationType, RiskBand, SubsidyStep } from './location-codes.js';
import { Organisator } from './organisator.entity.js';

/** Kinderopvanglocatie: place of establishment where childcare is organised (domain.md 1.2, 5.1). */
@Entity({ name: 'location' })
export class Location {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ name: 'organisator_id', type: 'text' })
  organisatorId: string;

  @ManyToOne(() => Organisator)
  @JoinColumn({ name: 'organisator_id' })
  organisator: Relation<Organisator>;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  type: LocationType;

  @Column({ type: 'text' })
  municipality: string;

  /** Identity of the municipality; the province follows from it, not from a postcode (domain.md 8). */
  @Column({ name: 'nis_code', type: 'text' })
  nisCode: string;

  @Column({ type: 'text', nullable: true })
  province: string | null;

  @Column({ name: 'licensed_places', type: 'integer' })
  licensedPlaces: number;

  @Column({ name: 'income_tariff', type: 'boolean' })
  incomeTariff: boolean;

  @Column({ name: 'subsidy_step', type: 'text', nullable: true })
  subsidyStep: SubsidyStep | null;

  @Column({ name: 'licence_state', type: 'text' })
  licenceState: LicenceState;

  @Column({ name: 'enforcement_state', type: 'text' })
  enforcementState: EnforcementState;

  /** Last day of the most recent ended schorsing. */
  @Column({ name: 'schorsing_ended_on', type: 'date', nullable: true })
  schorsingEndedOn: string | null;

  @Column({ name: 'risk_band', type: 'text', nullable: true })
  riskBand: RiskBand | null;

  /** Grows by one with each change of this row. */
  @Column({ type: 'integer' })
  revision: number;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;
}
