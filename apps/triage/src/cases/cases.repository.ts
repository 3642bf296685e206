import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TriageCase } from './triage-case.entity.js';

/** Reading and writing cases. */
@Injectable()
export class Cases {
  async exists(manager: EntityManager, meldingId: string): Promise<boolean> {
    return manager.existsBy(TriageCase, { meldingId });
  }

  /** Reads a case and keeps others from changing it until the transaction ends. */
  async locked(manager: EntityManager, id: string): Promise<TriageCase> {
    return manager.findOneOrFail(TriageCase, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async add(manager: EntityManager, theCase: TriageCase): Promise<void> {
    await manager.insert(TriageCase, theCase);
  }

  /** Writes a locked case back, as a further version. */
  async save(manager: EntityManager, theCase: TriageCase): Promise<void> {
    theCase.version += 1;
    const { id, ...fields } = theCase;
    await manager.update(TriageCase, { id }, fields);
  }
}
