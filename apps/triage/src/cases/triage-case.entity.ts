import type { CaseStatus, CodedMelding, HandlerRole, Kind, Level, Queue, Team } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Flag, Reason } from '../urgency/index.js';
import type { StoredClock } from './stored-clock.js';

/** The handling of one melding: how urgent, why, by whom, before when. */
@Entity('triage_case')
export class TriageCase {
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'melding_id', update: false }) meldingId: string;
  @Column({ type: 'text', update: false }) reference: string;
  /** The reference as people type it: capitals, no dashes. */
  @Column({ type: 'text', name: 'reference_key', update: false }) referenceKey: string;
  @Column({ type: 'text', update: false }) kind: Kind;
  /** The melding as codes: the facts that decisions rest on. */
  @Column({ type: 'jsonb', update: false }) facts: CodedMelding;
  /** First of `locationIds`: gives team and SPOC. */
  @Column({ type: 'text', name: 'location_id', nullable: true, update: false }) locationId: string | null;
  @Column({ type: 'text', name: 'location_ids', array: true, update: false }) locationIds: string[];
  @Column({ type: 'timestamptz', name: 'received_at', update: false }) receivedAt: Date;
  @Column({ type: 'timestamptz', name: 'opened_at', update: false }) openedAt: Date;

  @Column('text') level: Level;
  @Column('jsonb') reasons: Reason[];
  @Column('text', { array: true }) flags: Flag[];
  @Column('text', { name: 'policy_version' }) policyVersion: string;
  /** False as long as the decision rests on answers and context alone. */
  @Column('boolean', { name: 'text_read' }) textRead: boolean;

  @Column('text') queue: Queue;
  @Column('text') team: Team;
  @Column('text', { name: 'handler_role' }) handlerRole: HandlerRole;
  @Column('text') status: CaseStatus;
  @Column('text', { nullable: true }) assignee: string | null;

  @Column('jsonb') clocks: StoredClock[];
  /** Earliest due time of the clocks that run. */
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('timestamptz', { name: 'picked_up_at', nullable: true }) pickedUpAt: Date | null;

  /** When the others were told of the urgency: once in the life of a case. */
  @Column('timestamptz', { name: 'triaged_at', nullable: true }) triagedAt: Date | null;
  @Column('timestamptz', { name: 'crisis_raised_at', nullable: true }) crisisRaisedAt: Date | null;
  @Column('timestamptz', { name: 'crisis_acknowledged_at', nullable: true })
  crisisAcknowledgedAt: Date | null;

  /** Wrapped key of what staff write in this case; null as long as nobody wrote anything. */
  @Column('bytea', { name: 'note_key', nullable: true }) noteKey: Buffer | null;
  /** Rises with every change; the ETag. */
  @Column('integer') version: number;
}
