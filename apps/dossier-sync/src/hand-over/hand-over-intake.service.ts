import { needsExpressLane, type CodedMelding } from '#contracts';
import { WorkQueue, type NewWork } from '#messaging';
import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DossierSyncConfig } from '../dossier-sync.config.js';
import type { LedgerEntry } from '../ledger/ledger-entry.entity.js';
import { LedgerStore } from '../ledger/ledger.store.js';
import { AwaitingTriage } from './awaiting-triage.js';
import { HAND_OVER, type HandOverWork } from './hand-over.work.js';
import {
  factsOf,
  sameProgress,
  type MeldingFacts,
  type MeldingProgress,
  type Progressing,
} from './melding-state.js';

/** Writes down what the store has to hear, and leaves the work of telling it. Database work only. */
@Injectable()
export class HandOverIntakeService {
  private readonly awaiting: AwaitingTriage;

  constructor(
    config: DossierSyncConfig,
    private readonly ledger: LedgerStore,
    private readonly work: WorkQueue,
    private readonly clock: Clock,
  ) {
    const { HAND_OVER_AWAITS_TRIAGE_MS, HAND_OVER_AWAITS_TRIAGE_LONGEST_MS } = config;
    this.awaiting = new AwaitingTriage(HAND_OVER_AWAITS_TRIAGE_MS, HAND_OVER_AWAITS_TRIAGE_LONGEST_MS);
  }

  /** A melding was accepted. It may be told twice: on the crisis topic and on the ordinary one. */
  async accepted(manager: EntityManager, melding: CodedMelding): Promise<void> {
    await this.enter(manager, melding.meldingId, factsOf(melding), needsExpressLane(melding));
  }

  /** Intake says that it accepted a melding whose event never came. What came of it since is kept. */
  async foundAccepted(manager: EntityManager, meldingId: string, facts: MeldingFacts): Promise<void> {
    await this.enter(manager, meldingId, facts, false);
  }

  /** Something happened to a melding. On another topic this can arrive before the melding itself. */
  async progressed(manager: EntityManager, meldingId: string, step: Progressing): Promise<void> {
    const entry = await this.ledger.lockOrOpen(manager, meldingId);
    const before: MeldingProgress = { level: entry.level, status: entry.status, handler: entry.handler };
    const after = step(before);
    if (sameProgress(before, after)) return;
    if (before.level === null && entry.facts !== null) {
      this.awaiting.heard(entry.waitingSince, this.clock.now());
    }
    Object.assign(entry, after);
    // What was not tried yet need not be: the store hears all at once. Work that failed keeps its waits.
    if (entry.attempts === 0) await this.work.cancel(manager, { kind: HAND_OVER, key: meldingId });
    await this.note(manager, entry, { urgent: after.level === 'CRISIS' });
  }

  private async enter(
    manager: EntityManager,
    meldingId: string,
    facts: MeldingFacts,
    urgent: boolean,
  ): Promise<void> {
    const entry = await this.ledger.lockOrOpen(manager, meldingId);
    if (entry.facts !== null) return;
    entry.facts = facts;
    entry.receivedAt = new Date(facts.receivedAt);
    await this.note(manager, entry, { urgent, ...this.moment(entry, urgent) });
  }

  /** Triage is nearly always done in a moment: the store then hears of the melding and its urgency by one call. */
  private moment(entry: LedgerEntry, urgent: boolean): Pick<NewWork, 'dueAt'> {
    if (urgent || entry.level !== null) return {};
    const now = this.clock.now();
    return { dueAt: new Date(now.getTime() + this.awaiting.waitMs(now)) };
  }

  private async note(
    manager: EntityManager,
    entry: LedgerEntry,
    how: Pick<NewWork, 'urgent' | 'dueAt'>,
  ): Promise<void> {
    entry.revision += 1;
    if (entry.state === 'REGISTERED') entry.changeOpenSince ??= this.clock.now();
    await this.ledger.save(manager, entry);
    if (entry.facts === null || entry.state === 'REFUSED') return;
    const payload: HandOverWork = { meldingId: entry.meldingId };
    await this.work.enqueue(manager, { kind: HAND_OVER, key: entry.meldingId, payload, ...how });
  }
}
