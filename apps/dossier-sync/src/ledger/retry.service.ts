import { Transactions, WorkQueue } from '#messaging';
import { AuditLog, type Actor } from '#platform';
import { Injectable } from '@nestjs/common';
import { HAND_OVER } from '../hand-over/hand-over.work.js';
import { LedgerEntry } from './ledger-entry.entity.js';
import { nothingRefused, notInLedger } from './ledger.problems.js';
import { LedgerStore } from './ledger.store.js';

/** Offers to the store again what it refused, once a person has mended the cause. */
@Injectable()
export class RetryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: LedgerStore,
    private readonly work: WorkQueue,
    private readonly audit: AuditLog,
  ) {}

  /** @throws ProblemException 404 or 409 */
  retry(meldingId: string, actor: Actor): Promise<LedgerEntry> {
    return this.transactions.run(async (manager) => {
      if (!(await manager.existsBy(LedgerEntry, { meldingId }))) throw notInLedger();
      const entry = await this.ledger.lock(manager, meldingId);
      if (entry.owner === null) throw nothingRefused();
      if (entry.state === 'REFUSED') entry.state = 'WAITING';
      entry.owner = null;
      await manager.save(entry);
      await this.work.enqueue(manager, { kind: HAND_OVER, key: meldingId, payload: { meldingId } });
      await this.audit.record(manager, { actor, action: 'RETRY_HAND_OVER', subject: meldingId });
      return entry;
    });
  }
}
