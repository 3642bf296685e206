import { Gathered } from '#messaging';
import { insertRows, uuidv7 } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseEvent, type CaseEventDetail, type CaseEventType } from './case-event.entity.js';

export interface NewCaseEvent {
  at: Date;
  type: CaseEventType;
  /** User name, or `SYSTEM_ACTOR`. */
  actor: string;
  detail: CaseEventDetail;
  /** What the person wrote, sealed by `WrittenReasons`. */
  sealedReason?: Buffer | null;
}

/** The history of cases. */
@Injectable()
export class CaseEvents {
  /** Those of one batch by one statement. */
  private readonly recorded = new Gathered((manager: EntityManager, lines: Omit<CaseEvent, 'position'>[][]) =>
    insertRows(manager, CaseEvent, lines.flat()).then(() => lines),
  );

  /** Writes lines in the given order, in the transaction of what they tell. */
  async record(manager: EntityManager, caseId: string, ...events: NewCaseEvent[]): Promise<void> {
    await this.recorded.ask(
      manager,
      events.map(({ sealedReason, ...event }) => ({
        id: uuidv7(),
        caseId,
        ...event,
        sealedReason: sealedReason ?? null,
      })),
    );
  }

  async of(manager: EntityManager, caseId: string): Promise<CaseEvent[]> {
    return manager.find(CaseEvent, { where: { caseId }, order: { position: 'ASC' } });
  }
}
