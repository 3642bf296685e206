import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A row of another system that could not be understood (domain.md 5.3). Only where it stands in the source and
 * what is wrong with it: its content stays in the source.
 */
@Entity({ name: 'quarantine_row' })
export class QuarantineRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  source: string;

  /** Where the source can find it: number of the row or the place in its feed. */
  @Column({ name: 'source_id', type: 'text' })
  sourceId: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'text' })
  owner: string;

  @Column({ name: 'quarantined_at', type: 'timestamptz' })
  quarantinedAt: Date;
}
