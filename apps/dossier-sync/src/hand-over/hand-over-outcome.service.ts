import { DOSSIER_REGISTERED, DOSSIER_REGISTRATION_DELAYED, DOSSIER_REGISTRATION_REFUSED } from '#contracts';
import { Outbox } from '#messaging';
import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DossierSyncConfig } from '../dossier-sync.config.js';
import { LedgerStore } from '../ledger/ledger.store.js';
import type { StoreRegistration } from '../store/store-answer.js';
import type { DelayReason } from '../store/store-failure.js';
import { delayIsNews } from './waiting.policy.js';

const MINUTE_MS = 60_000;

/** Writes the outcome of a try in the ledger and announces it, in one transaction. */
@Injectable()
export class HandOverOutcomeService {
  constructor(
    private readonly config: DossierSyncConfig,
    private readonly clock: Clock,
    private readonly ledger: LedgerStore,
    private readonly outbox: Outbox,
  ) {}

  /** @param revision the revision that the store was told */
  async confirmed(
    manager: EntityManager,
    meldingId: string,
    registration: StoreRegistration,
    revision: number,
  ): Promise<void> {
    const entry = await this.ledger.lock(manager, meldingId);
    const now = this.clock.now();
    const isFirst = entry.state !== 'REGISTERED';
    Object.assign(entry, {
      state: 'REGISTERED',
      attempts: isFirst ? entry.attempts + 1 : entry.attempts,
      dossierNumber: registration.dossierNumber,
      zaakNumber: registration.zaakNumber,
      registeredAt: entry.registeredAt ?? now,
      storeVersion: registration.version,
      confirmedRevision: Math.max(entry.confirmedRevision, revision),
      lastError: null,
      nextTryAt: null,
      owner: null,
    });
    await manager.save(entry);
    if (!isFirst) return;
    const { dossierNumber } = registration;
    const data = { meldingId, dossierNumber, attempts: entry.attempts, registeredAt: now.toISOString() };
    await this.outbox.publish(manager, { type: DOSSIER_REGISTERED, key: meldingId, data });
  }

  /** Nothing is announced about a later change of a registered melding: only its registration was promised. */
  async delayed(
    manager: EntityManager,
    meldingId: string,
    reason: DelayReason,
    waitMs: number,
  ): Promise<void> {
    const entry = await this.ledger.lock(manager, meldingId);
    const now = this.clock.now();
    entry.lastError = reason;
    entry.nextTryAt = new Date(now.getTime() + waitMs);
    const isNews =
      entry.state === 'WAITING' &&
      delayIsNews(entry.delayToldAt, now, this.config.HAND_OVER_REMIND_MINUTES * MINUTE_MS);
    if (entry.state === 'WAITING') entry.attempts += 1;
    if (isNews) entry.delayToldAt = now;
    await manager.save(entry);
    if (!isNews) return;
    const data = {
      meldingId,
      attempts: entry.attempts,
      reason,
      nextTryAt: entry.nextTryAt.toISOString(),
      delayedAt: now.toISOString(),
    };
    await this.outbox.publish(manager, { type: DOSSIER_REGISTRATION_DELAYED, key: meldingId, data });
  }

  /**
   * A refused registration gets an owner and waits for a person. A refused change leaves the melding registered;
   * the ledger shows that the store does not hold the last of it.
   */
  async refused(manager: EntityManager, meldingId: string, code: string): Promise<void> {
    const entry = await this.ledger.lock(manager, meldingId);
    const owner = this.config.HAND_OVER_OWNER;
    Object.assign(entry, { lastError: code, nextTryAt: null, owner });
    if (entry.state === 'WAITING') Object.assign(entry, { state: 'REFUSED', attempts: entry.attempts + 1 });
    await manager.save(entry);
    if (entry.state !== 'REFUSED') return;
    const data = { meldingId, reason: code, owner, refusedAt: this.clock.now().toISOString() };
    await this.outbox.publish(manager, { type: DOSSIER_REGISTRATION_REFUSED, key: meldingId, data });
  }
}
