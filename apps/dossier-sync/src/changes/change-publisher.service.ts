import { EventSchemaError, Outbox } from '#messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { QuarantineStore } from '../quarantine/quarantine.store.js';
import type { StoreChange } from '../store/change-page.js';
import { eventOf } from './change-events.js';

/** Publishes changes of the store; what cannot be understood goes to quarantine and holds nothing else back. */
@Injectable()
export class ChangePublisherService {
  constructor(
    private readonly outbox: Outbox,
    private readonly quarantine: QuarantineStore,
  ) {}

  async publish(manager: EntityManager, feed: string, changes: StoreChange[]): Promise<void> {
    for (const change of changes) {
      const reason = await this.tryPublish(manager, change);
      if (reason === null) continue;
      await this.quarantine.add(manager, {
        source: feed,
        sourceId: String(change.sequence),
        kind: change.type,
        reason,
      });
    }
  }

  /** @returns why it cannot be published; null when it is */
  private async tryPublish(manager: EntityManager, change: StoreChange): Promise<string | null> {
    const event = eventOf(change);
    if (event === undefined) return 'UNKNOWN_CHANGE';
    try {
      // The data are checked before anything is written, so a refusal leaves the transaction intact.
      await this.outbox.publish(manager, event);
      return null;
    } catch (error) {
      if (error instanceof EventSchemaError) return error.message;
      throw error;
    }
  }
}
