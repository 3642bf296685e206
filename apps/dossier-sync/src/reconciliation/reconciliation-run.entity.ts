import { Column, Entity, PrimaryColumn } from 'typeorm';

export const RUN_STATES = ['RUNNING', 'FINISHED'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** One comparison of intake, ledger and store over a period. */
@Entity({ name: 'reconciliation_run' })
export class ReconciliationRun {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** `YYYY-MM-DD` of a nightly run; null when a person asked for it. */
  @Column({ type: 'date', nullable: true })
  night: string | null;

  @Column({ name: 'requested_by', type: 'text', nullable: true })
  requestedBy: string | null;

  @Column({ name: 'received_from', type: 'timestamptz' })
  receivedFrom: Date;

  @Column({ name: 'received_until', type: 'timestamptz' })
  receivedUntil: Date;

  @Column({ type: 'text' })
  state: RunState;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  /** Meldingen that the store listed. */
  @Column({ type: 'integer' })
  read: number;

  @Column({ type: 'integer' })
  matching: number;

  /** Still being handed over or refused: on the list of the ledger, so no difference. */
  @Column({ type: 'integer' })
  open: number;

  /** Meldingen that intake says it accepted; each is registered, waiting or refused. */
  @Column({ type: 'integer' })
  accepted: number;

  @Column({ type: 'integer' })
  registered: number;

  @Column({ type: 'integer' })
  waiting: number;

  @Column({ type: 'integer' })
  refused: number;
}
