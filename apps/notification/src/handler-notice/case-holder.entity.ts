import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who has a case now, as far as events have told: a notice about anything else is of no use any more. */
@Entity({ name: 'case_holder' })
export class CaseHolder {
  @PrimaryColumn({ name: 'melding_id', type: 'uuid' })
  meldingId: string;

  @Column({ type: 'text', nullable: true })
  assignee: string | null;

  @Column({ name: 'is_closed', type: 'boolean' })
  isClosed: boolean;
}
