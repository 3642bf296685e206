import type { Level } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The first judgement of a melding, which decides what its acknowledgement promises. */
@Entity({ name: 'judgement' })
export class Judgement {
  @PrimaryColumn({ name: 'melding_id', type: 'uuid' })
  meldingId: string;

  @Column({ type: 'text' })
  level: Level;

  @Column({ name: 'judged_at', type: 'timestamptz' })
  judgedAt: Date;
}
