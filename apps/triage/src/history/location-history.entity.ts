import type { Kind } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a melding about a location came in, as codes: what R-C8 and B-1 look back on. */
@Entity('triage_location_history')
export class LocationHistory {
  @PrimaryColumn('text', { name: 'location_id' }) locationId: string;
  @PrimaryColumn('uuid', { name: 'melding_id' }) meldingId: string;
  @Column('text') kind: Kind;
  /** Keyed hash of the submitter's address; null when anonymous. */
  @Column('text', { name: 'submitter_key', nullable: true }) submitterKey: string | null;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('boolean', { name: 'violence_or_unexplained_injury' }) violenceOrUnexplainedInjury: boolean;
}
