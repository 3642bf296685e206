import { needsExpressLane, type CodedMelding } from '#contracts';
import { WorkQueue } from '#messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LedgerEntry } from '../ledger/ledger-entry.entity.js';
import { LedgerStore } from '../ledger/ledger.store.js';
import { HAND_OVER, type HandOverWork } from './hand-over.work.js';
import { factsOf, sameProgress, type MeldingProgress, type Progressing } from './melding-state.js';

/** Writes down what the store has to hear, and leaves the work of telling it. Database work only. */
@Injectable()
export class HandOverIntakeService {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly work: WorkQueue,
  ) {}

  /** A melding was accepted. It may be told twice: on the crisis topic and on the ordinary one. */
  async accepted(manager: EntityManager, melding: CodedMelding): Promise<void> {
    const entry = await this.ledger.lockOrOpen(manager, melding.meldingId);
    if (entry.facts !== null) return;
    entry.facts = factsOf(melding);
    entry.receivedAt = new Date(melding.receivedAt);
    await this.note(manager, entry, needsExpressLane(melding));
  }

  /** Something happened to a melding. On another topic this can arrive before the melding itself. */
  async progressed(manager: EntityManager, meldingId: string, step: Progressing): Promise<void> {
    const entry = await this.ledger.lockOrOpen(manager, meldingId);
    const before: MeldingProgress = { level: entry.level, status: entry.status, handler: entry.handler };
    const after = step(before);
    if (sameProgress(before, after)) return;
    Object.assign(entry, after);
    await this.note(manager, entry, after.level === 'CRISIS');
  }

  private async note(manager: EntityManager, entry: LedgerEntry, urgent: boolean): Promise<void> {
    entry.revision += 1;
    await manager.save(entry);
    if (entry.facts === null || entry.state === 'REFUSED') return;
    const payload: HandOverWork = { meldingId: entry.meldingId };
    await this.work.enqueue(manager, { kind: HAND_OVER, key: entry.meldingId, payload, urgent });
  }
}
