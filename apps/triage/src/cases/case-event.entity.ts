import type { CaseStatus, Level } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const CASE_EVENT_TYPES = [
  'OPENED',
  'TRIAGED',
  'TEXT_ASSESSED',
  'LEVEL_CHANGED',
  'CRISIS_RAISED',
  'CRISIS_ACKNOWLEDGED',
  'TRIAGE_FAILED',
  'ASSIGNED',
  'STATUS_CHANGED',
] as const;
export type CaseEventType = (typeof CASE_EVENT_TYPES)[number];

export const DECISION_CAUSES = ['RECEIVED', 'TEXT_ASSESSED', 'HISTORY', 'TRIAGE_FAILED', 'PERSON'] as const;
export type DecisionCause = (typeof DECISION_CAUSES)[number];

/** Codes only. */
export interface CaseEventDetail {
  level?: Level;
  previousLevel?: Level;
  cause?: DecisionCause;
  reasonCodes?: string[];
  assignee?: string;
  previousAssignee?: string | null;
  status?: CaseStatus;
  previousStatus?: CaseStatus;
}

/** Who does what triage does by itself. */
export const SYSTEM_ACTOR = 'system';

/** One line of the history of a case: what happened, when, by whom. Never changed. */
@Entity('triage_case_event')
export class CaseEvent {
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'bigint', insert: false }) position: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('timestamptz') at: Date;
  @Column('text') type: CaseEventType;
  /** User name, or `system`. */
  @Column('text') actor: string;
  @Column('jsonb') detail: CaseEventDetail;
  @Column('bytea', { name: 'sealed_reason', nullable: true }) sealedReason: Buffer | null;
}
