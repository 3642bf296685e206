import {
  DIFFERENCE_FOUND,
  DOSSIER_REGISTERED,
  DOSSIER_REGISTRATION_DELAYED,
  DOSSIER_REGISTRATION_REFUSED,
} from '#contracts';
import { Outbox } from '#messaging';
import { Clock } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
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
  private readonly logger = new Logger(HandOverOutcomeService.name);

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
    // The store had lost it, and a later change registered it anew.
    const isReplaced = !isFirst && entry.dossierNumber !== registration.dossierNumber;
    Object.assign(entry, {
      state: 'REGISTERED',
      attempts: isFirst ? entry.attempts + 1 : entry.attempts,
      dossierNumber: registration.dossierNumber,
      zaakNumber: registration.zaakNumber,
      registeredAt: isReplaced ? now : (entry.registeredAt ?? now),
      storeVersion: registration.version,
      confirmedRevision: Math.max(entry.confirmedRevision, revision),
      changeOpenSince: revision >= entry.revision ? null : (entry.changeOpenSince ?? now),
      lastError: null,
      nextTryAt: null,
      owner: null,
    });
    await this.ledger.save(manager, entry);
    if (isReplaced) await this.tellLoss(manager, meldingId, now);
    else if (!isFirst) return;
    const { dossierNumber } = registration;
    const data = { meldingId, dossierNumber, attempts: entry.attempts, registeredAt: now.toISOString() };
    await this.outbox.publish(manager, { type: DOSSIER_REGISTERED, key: meldingId, data });
  }

  private async tellLoss(manager: EntityManager, meldingId: string, now: Date): Promise<void> {
    const owner = this.config.HAND_OVER_OWNER;
    this.logger.warn(`The store had lost melding ${meldingId}; a later change registered it again.`);
    const data = { meldingId, difference: 'MISSING_IN_STORE', owner, foundAt: now.toISOString() };
    await this.outbox.publish(manager, { type: DIFFERENCE_FOUND, key: meldingId, data });
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
    await this.ledger.save(manager, entry);
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
   * A refused registration gets an owner and waits for a person. A refused change leaves the melding registered, and
   * gets an owner too: the ledger lists it, and it counts as CHANGE_REFUSED in the figures until it is confirmed.
   */
  async refused(manager: EntityManager, meldingId: string, code: string): Promise<void> {
    const entry = await this.ledger.lock(manager, meldingId);
    const owner = this.config.HAND_OVER_OWNER;
    Object.assign(entry, { lastError: code, nextTryAt: null, owner });
    if (entry.state === 'WAITING') Object.assign(entry, { state: 'REFUSED', attempts: entry.attempts + 1 });
    await this.ledger.save(manager, entry);
    if (entry.state !== 'REFUSED') {
      this.logger.warn(`The store refused a change of melding ${meldingId} (${code}): for ${owner}.`);
      return;
    }
    this.logger.warn(`The store refused melding ${meldingId} (${code}): for ${owner}.`);
    const data = { meldingId, reason: code, owner, refusedAt: this.clock.now().toISOString() };
    await this.outbox.publish(manager, { type: DOSSIER_REGISTRATION_REFUSED, key: meldingId, data });
  }
}
