import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Keeps who has which case; events of one melding come in order. */
@Injectable()
export class CaseHolders {
  async assigned(manager: EntityManager, meldingId: string, assignee: string): Promise<void> {
    await manager.query(
      `INSERT INTO case_holder (melding_id, assignee, is_closed) VALUES ($1, $2, false)
       ON CONFLICT (melding_id) DO UPDATE SET assignee = excluded.assignee, is_closed = false`,
      [meldingId, assignee],
    );
  }

  async moved(manager: EntityManager, meldingId: string, isClosed: boolean): Promise<void> {
    await manager.query(
      `INSERT INTO case_holder (melding_id, is_closed) VALUES ($1, $2)
       ON CONFLICT (melding_id) DO UPDATE SET is_closed = excluded.is_closed`,
      [meldingId, isClosed],
    );
  }
}
