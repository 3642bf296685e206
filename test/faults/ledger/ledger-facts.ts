import type { AcceptedMelding } from '../stream/accepted-melding.js';

/** What intake holds of a melding. */
export interface HeldMelding {
  id: string;
  reachableByEmail: boolean;
}

export interface LedgerRow {
  meldingId: string;
  state: 'WAITING' | 'REGISTERED' | 'REFUSED';
  dossierNumber: string | null;
  attempts: number;
  lastError: string | null;
  owner: string | null;
  nextTryAt: Date | null;
  level: string | null;
  status: string;
  isConfirmed: boolean;
}

export interface StoredRow {
  meldingId: string;
  dossierNumber: string;
  level: string | null;
}

export interface CaseRow {
  meldingId: string;
  level: string;
  status: string;
  isTriaged: boolean;
  wasCrisis: boolean;
  /** In the order in which it was written. */
  history: { type: string; level: string | null }[];
}

export interface TraceRow {
  meldingId: string;
  step: string;
}

export interface MessageRow {
  id: string;
  subjectId: string;
  purpose: string;
  occasion: string;
  recipientToken: string;
  state: string;
  /** The message whose mail also tells this one. */
  combinedInto: string | null;
}

export interface MailRow {
  to: string;
  subject: string;
  messageId: string;
}

export interface ParkedRow {
  service: string;
  key: string;
  type: string;
  reason: string;
  attempts: number;
}

/** Work and events of a service that still have to be done. */
export interface OpenRow {
  service: string;
  outbox: number;
  work: number;
  parked: number;
  /** Messages of which nobody knows yet whether they were sent. */
  uncertain: number;
  deadLetters: number;
}

export interface AuditRow {
  verdict: 'INTACT' | 'DAMAGED';
  sentence: string;
}

/** Everything that the ledger is counted from. */
export interface LedgerFacts {
  accepted: AcceptedMelding[];
  sent: number;
  meldingen: HeldMelding[];
  ledger: LedgerRow[];
  stored: StoredRow[];
  /** Versions that the store answered with, by melding, in the order of its answers. */
  storeVersions: Map<string, number[]>;
  cases: CaseRow[];
  trace: TraceRow[];
  messages: MessageRow[];
  mails: MailRow[];
  parked: ParkedRow[];
  open: OpenRow[];
  audits: AuditRow[];
}
