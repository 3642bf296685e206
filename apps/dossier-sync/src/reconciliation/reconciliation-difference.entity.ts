import { Column, Entity, PrimaryColumn } from 'typeorm';

export const DIFFERENCES = [
  'MISSING_IN_STORE',
  'MISSING_IN_LEDGER',
  'CONTENT_DIFFERS',
  'NEVER_HEARD_OF',
  'MISSING_AT_INTAKE',
] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** A melding about which intake, ledger and store did not agree. */
@Entity({ name: 'reconciliation_difference' })
export class ReconciliationDifference {
  @PrimaryColumn({ name: 'run_id', type: 'uuid' })
  runId: string;

  @PrimaryColumn({ name: 'melding_id', type: 'uuid' })
  meldingId: string;

  @Column({ type: 'text' })
  difference: Difference;

  @Column({ type: 'text' })
  owner: string;
}
