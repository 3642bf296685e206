import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseStatus, HandlerRole, Queue, Team } from '#contracts';

/** Where triage has a melding now, as far as intake must know it: who may read it, and what the melder is told. */
@Entity('melding_handling')
export class MeldingHandlingEntity {
  @PrimaryColumn('uuid', { name: 'melding_id' })
  meldingId: string;

  @Column('text')
  status: CaseStatus;

  @Column('text', { nullable: true })
  queue: Queue | null;

  @Column('text', { nullable: true })
  team: Team | null;

  @Column('text', { name: 'handler_role', nullable: true })
  handlerRole: HandlerRole | null;

  @Column('text', { nullable: true })
  assignee: string | null;
}
