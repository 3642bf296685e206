import type { CaseStatus, Level } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeldingFacts } from '../hand-over/melding-state.js';

export const LEDGER_STATES = ['WAITING', 'REGISTERED', 'REFUSED'] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

/** One accepted melding and how far its hand-over to the dossier store is. Codes and ids only; never deleted. */
@Entity({ name: 'ledger_entry' })
export class LedgerEntry {
  @PrimaryColumn({ name: 'melding_id', type: 'uuid' })
  meldingId: string;

  @Column({ type: 'text' })
  state: LedgerState;

  /** Tries to register it. */
  @Column({ type: 'integer' })
  attempts: number;

  /** Code of the last failure; null when the last try went well. */
  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError: string | null;

  @Column({ name: 'dossier_number', type: 'text', nullable: true })
  dossierNumber: string | null;

  @Column({ name: 'zaak_number', type: 'text', nullable: true })
  zaakNumber: string | null;

  @Column({ name: 'registered_at', type: 'timestamptz', nullable: true })
  registeredAt: Date | null;

  /** Version that the store gave its last answer about. */
  @Column({ name: 'store_version', type: 'integer', nullable: true })
  storeVersion: number | null;

  /** Grows with each change that the store has to hear of. */
  @Column({ type: 'integer' })
  revision: number;

  /** The revision that the store has confirmed. */
  @Column({ name: 'confirmed_revision', type: 'integer' })
  confirmedRevision: number;

  /** Null while only later events of the melding have arrived. */
  @Column({ type: 'jsonb', nullable: true })
  facts: MeldingFacts | null;

  @Column({ type: 'text', nullable: true })
  level: Level | null;

  @Column({ type: 'text' })
  status: CaseStatus;

  @Column({ type: 'text', nullable: true })
  handler: string | null;

  /** When the melding was received; null as long as `facts`. */
  @Column({ name: 'received_at', type: 'timestamptz', nullable: true })
  receivedAt: Date | null;

  @Column({ name: 'waiting_since', type: 'timestamptz' })
  waitingSince: Date;

  /** Since when the store lacks a later change of a registered melding; null when it holds the last one. */
  @Column({ name: 'change_open_since', type: 'timestamptz', nullable: true })
  changeOpenSince: Date | null;

  @Column({ name: 'next_try_at', type: 'timestamptz', nullable: true })
  nextTryAt: Date | null;

  /** When a delay was announced last. */
  @Column({ name: 'delay_told_at', type: 'timestamptz', nullable: true })
  delayToldAt: Date | null;

  /** Who has to look at it; set when its registration or a later change was refused. */
  @Column({ type: 'text', nullable: true })
  owner: string | null;
}
