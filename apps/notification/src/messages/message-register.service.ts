import { NOTIFICATION_REQUESTED, type MessagePurpose, type NotificationRequestedV1 } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, uuidv7 } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager, InsertResult } from 'typeorm';
import { TemplateCatalogue } from '../templates/template-catalogue.js';
import { MessageDispatch } from './message-dispatch.service.js';
import { aboutMessage } from './message-events.js';
import { Message, type MessageFacts } from './message.entity.js';

export interface NewMessage {
  purpose: MessagePurpose;
  subjectId: string;
  reference: string;
  occasion: string;
  /** When what it tells of happened. */
  occurredAt: Date;
  recipientToken: string;
  staffUsername: string | null;
  facts: MessageFacts;
}

const rowsOf = (result: InsertResult): unknown[] => (Array.isArray(result.raw) ? result.raw : []);

/** Where a message begins: one row for each occasion and recipient, however often the event arrives. */
@Injectable()
export class MessageRegister {
  constructor(
    private readonly clock: Clock,
    private readonly templates: TemplateCatalogue,
    private readonly outbox: Outbox,
    private readonly dispatch: MessageDispatch,
  ) {}

  /** Registers a message that may leave at once. */
  async request(manager: EntityManager, asked: NewMessage): Promise<void> {
    const message = await this.register(manager, asked);
    if (message !== undefined) await this.dispatch.release(manager, message.id);
  }

  /**
   * Registers a message that waits until `MessageDispatch.release`.
   * @returns undefined when this message is there already
   */
  async register(manager: EntityManager, asked: NewMessage): Promise<Message | undefined> {
    const template = this.templates.inForce(asked.purpose);
    const message = manager.create(Message, {
      ...asked,
      id: uuidv7(),
      template: template.name,
      templateVersion: template.version,
      channel: 'EMAIL',
      state: 'PENDING',
      requestedAt: this.clock.now(),
      releasedAt: null,
      attempts: 0,
      lastError: null,
      sentAt: null,
      slotAt: null,
      uncertainSince: null,
      askedAt: null,
      settledAt: null,
      combinedInto: null,
    });
    const inserted = await manager
      .createQueryBuilder()
      .insert()
      .into(Message)
      .values(message)
      .orIgnore()
      .returning('id')
      .execute();
    if (rowsOf(inserted).length === 0) return undefined;
    const data: NotificationRequestedV1 = {
      ...aboutMessage(message),
      requestedAt: message.requestedAt.toISOString(),
    };
    await this.outbox.publish(manager, { type: NOTIFICATION_REQUESTED, key: message.id, data });
    return message;
  }
}
