import { Column, Entity, PrimaryColumn } from 'typeorm';

export const TIMELINE_TYPES = ['MELDING', 'INSPECTION', 'COMPLAINT', 'HANDHAVING', 'RISK'] as const;
export type TimelineType = (typeof TIMELINE_TYPES)[number];

/** One line in the dossier of a location; without a location it stands in the dossier "zonder locatie". */
@Entity({ name: 'timeline_entry' })
export class TimelineEntry {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'location_id', type: 'text', nullable: true })
  locationId: string | null;

  @Column({ type: 'text' })
  type: TimelineType;

  /** What the line is about: id of the melding, the enforcement step … */
  @Column({ name: 'subject_id', type: 'text' })
  subjectId: string;

  @Column({ name: 'happened_at', type: 'timestamptz' })
  happenedAt: Date;

  /** Codes and numbers only. */
  @Column({ type: 'jsonb' })
  data: Record<string, unknown>;
}
