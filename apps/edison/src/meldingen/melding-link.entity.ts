import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeldingContent, MeldingLevel, MeldingStatus } from './melding-content.js';

/** A melding as the store knows it: codes and ids, no melder data (domain.md 5.1). */
@Entity({ name: 'melding_link' })
export class MeldingLink implements MeldingContent {
  @PrimaryColumn({ name: 'melding_id', type: 'uuid' })
  meldingId: string;

  @Column({ name: 'dossier_number', type: 'text' })
  dossierNumber: string;

  @Column({ name: 'zaak_number', type: 'text' })
  zaakNumber: string;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'text' })
  reference: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt: Date;

  @Column({ name: 'fact_date', type: 'date', nullable: true })
  factDate: string | null;

  @Column({ name: 'location_ids', type: 'text', array: true })
  locationIds: string[];

  @Column({ type: 'text', array: true })
  themes: string[];

  @Column({ type: 'text', nullable: true })
  level: MeldingLevel | null;

  @Column({ type: 'text' })
  status: MeldingStatus;

  @Column({ type: 'text', nullable: true })
  outcome: string | null;

  @Column({ type: 'text', nullable: true })
  handler: string | null;

  @Column({ name: 'registered_at', type: 'timestamptz' })
  registeredAt: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;
}
