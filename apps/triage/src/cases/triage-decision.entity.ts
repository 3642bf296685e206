import type { CodedMelding, Level } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecisionContext, Flag, Reason } from '../urgency/index.js';
import type { DecisionCause } from './case-event.entity.js';

/** One decision of the policy, with all it rested on: the same facts and version give it again. Never changed. */
@Entity('triage_decision')
export class TriageDecision {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt: Date;
  @Column('text') cause: DecisionCause;
  @Column('text', { name: 'policy_version' }) policyVersion: string;
  @Column('text', { name: 'policy_hash' }) policyHash: string;
  @Column('jsonb') facts: CodedMelding;
  /** One for each location the melding is about. */
  @Column('jsonb') contexts: DecisionContext[];
  @Column('text') level: Level;
  @Column('jsonb') reasons: Reason[];
  @Column('text', { array: true }) flags: Flag[];
  @Column('boolean', { name: 'text_read' }) textRead: boolean;
}
