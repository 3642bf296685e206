import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RecordedStep } from './trace.js';

/** One hand-over of a melding, with the service that confirmed it. */
@Entity('trace_step')
export class TraceStepEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'melding_id' })
  meldingId: string;

  @Column('text')
  step: RecordedStep;

  @Column('timestamptz')
  at: Date;

  @Column('text', { name: 'confirmed_by' })
  confirmedBy: string;

  @Column('text', { name: 'event_id', nullable: true })
  eventId: string | null;
}
