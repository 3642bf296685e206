import { WorkHandler, type WorkItem } from '#messaging';
import { Injectable } from '@nestjs/common';
import { SEND_MESSAGE, SEND_URGENT_MESSAGE } from '../messages/message-dispatch.service.js';
import { LatePace } from '../pacing/late-pace.service.js';
import { StaleNotices } from '../handler-notice/stale-notices.service.js';
import { UncertainMessages } from '../uncertainty/uncertain-message.service.js';
import { DueMessages } from './due-messages.reader.js';
import { HandOver } from './hand-over.service.js';

type Item = WorkItem<{ messageId: string }>;

/** The next step of one message; a failing try throws, so that the queue tries again. */
@Injectable()
export class SendMessageWorker {
  constructor(
    private readonly due: DueMessages,
    private readonly handOver: HandOver,
    private readonly uncertain: UncertainMessages,
    private readonly stale: StaleNotices,
    private readonly pace: LatePace,
  ) {}

  @WorkHandler(SEND_MESSAGE)
  async send(item: Item): Promise<void> {
    const due = await this.due.of(item.payload.messageId);
    const { message } = due;
    // Queued by a release that knew one kind only.
    if (message.purpose === 'DUTY_ALERT') return this.sendUrgent(item);
    if (message.combinedInto !== null) return;
    if (await this.handOver.writeDownTaken(item, message)) return;
    if (message.state === 'UNCERTAIN' && message.askedAt === null)
      return this.uncertain.settle(item, message);
    if (message.state !== 'PENDING') return;
    // Somebody died between the first byte of content and the answer.
    if (due.open) return this.uncertain.begin(item, message);
    if (await this.stale.drop(item, message)) return;
    if (await this.pace.putOff(item, due)) return;
    await this.stale.combine(message);
    await this.handOver.attempt(item, due);
  }

  /** An alert of a crisis waits for nothing and nobody; in doubt it goes twice (docs/decisions/0305). */
  @WorkHandler(SEND_URGENT_MESSAGE)
  async sendUrgent(item: Item): Promise<void> {
    const due = await this.due.atOnce(item.payload.messageId);
    const { message } = due;
    if (await this.handOver.writeDownTaken(item, message)) return;
    if (message.state !== 'PENDING') return;
    await this.handOver.attempt(item, due);
  }
}
