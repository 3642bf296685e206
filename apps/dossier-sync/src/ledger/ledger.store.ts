import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AT_RECEIPT } from '../hand-over/melding-state.js';
import { LedgerEntry } from './ledger-entry.entity.js';

/** Finds entries for a change, locked until the end of the transaction. */
@Injectable()
export class LedgerStore {
  constructor(private readonly clock: Clock) {}

  /** The entry of a melding, made when there is none yet. */
  async lockOrOpen(manager: EntityManager, meldingId: string): Promise<LedgerEntry> {
    await manager
      .createQueryBuilder()
      .insert()
      .into(LedgerEntry)
      .values({
        meldingId,
        ...AT_RECEIPT,
        state: 'WAITING',
        attempts: 0,
        revision: 0,
        confirmedRevision: 0,
        waitingSince: this.clock.now(),
      })
      .orIgnore()
      .execute();
    return this.lock(manager, meldingId);
  }

  /** Writes a locked entry back. */
  async save(manager: EntityManager, entry: LedgerEntry): Promise<void> {
    const { meldingId, ...fields } = entry;
    await manager.update(LedgerEntry, { meldingId }, fields);
  }

  /** @throws EntityNotFoundError */
  lock(manager: EntityManager, meldingId: string): Promise<LedgerEntry> {
    return manager.findOneOrFail(LedgerEntry, { where: { meldingId }, lock: { mode: 'pessimistic_write' } });
  }
}
