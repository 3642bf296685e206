import { NOTIFICATION_DELIVERED, NOTIFICATION_FAILED } from '#contracts';
import { Outbox, Transactions } from '#messaging';
import { Clock, Metrics } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DeliveryRecord } from '../delivery/delivery.record.js';
import { DutyEscalation } from '../duty-alert/duty-escalation.service.js';
import { aboutMessage } from '../messages/message-events.js';
import { MessageGroup } from '../messages/message-group.js';
import type { MessageState } from '../messages/message-state.js';
import { Message } from '../messages/message.entity.js';
import type { BounceReader } from './bounce-source.js';
import { deliveryReportIn, type DeliveryReport } from './delivery-report.js';
import { ReturnPaths } from './return-path.js';

/** States that a report can still change. What was reported once stays: later reports are about copies. */
const OPEN_TO_REPORTS: MessageState[] = ['PENDING', 'SENT', 'ACCEPTED', 'UNCERTAIN'];

/** Lets reports of other mail systems change what is known of a message: arrived, delayed or come back. */
@Injectable()
export class Bounces implements BounceReader {
  private readonly logger = new Logger('Bounces');
  private readonly counted;

  constructor(
    private readonly returnPaths: ReturnPaths,
    private readonly transactions: Transactions,
    private readonly record: DeliveryRecord,
    private readonly escalation: DutyEscalation,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.counted = metrics.counter({
      name: 'opgroeipunt_delivery_reports_total',
      help: 'Mails that came to a return path, by what they report',
      labelNames: ['kind'],
    });
  }

  isOurs(address: string): boolean {
    return this.returnPaths.messageIn(address) !== undefined;
  }

  async read(address: string, mail: Buffer): Promise<void> {
    const id = this.returnPaths.messageIn(address);
    if (id === undefined) return;
    const report = await deliveryReportIn(mail);
    if (report.kind !== 'NO_REPORT')
      await this.transactions.run((manager) => this.apply(manager, id, report));
    this.counted.inc({ kind: report.kind });
    this.logger.log({ messageId: id, code: report.kind }, 'delivery report');
  }

  private async apply(manager: EntityManager, id: string, report: DeliveryReport): Promise<void> {
    const message = await manager.findOne(Message, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (message === null || !OPEN_TO_REPORTS.includes(message.state)) return;
    if (report.kind === 'DELAYED') {
      await manager.update(Message, { id }, { lastError: 'DELAYED' });
      return;
    }
    const open = await this.record.openAttempt(manager, message);
    // The bounce overtook the answer to the mail itself; it will be offered again.
    if (message.state === 'PENDING' && open?.outcome === 'STARTED')
      throw new Error('the hand-over is still going on');
    if (report.kind === 'FAILED') await this.bounced(manager, message, report.status);
    else await this.delivered(manager, message);
    if (open !== null) await this.record.sent(manager, message, 'DELIVERY_REPORT');
  }

  private async bounced(manager: EntityManager, message: Message, smtpStatus: string | null): Promise<void> {
    const at = this.clock.now();
    const group = await MessageGroup.of(manager, message);
    await group.become(manager, { state: 'BOUNCED', lastError: 'BOUNCED', settledAt: at });
    await this.outbox.publish(
      manager,
      ...group.messages.map((one) => ({
        type: NOTIFICATION_FAILED,
        key: one.id,
        data: { ...aboutMessage(one), reason: 'BOUNCED', smtpStatus, failedAt: at.toISOString() },
      })),
    );
    await this.escalation.afterFailure(manager, message);
  }

  /** What arrived was also sent, whatever was known of that before. */
  private async delivered(manager: EntityManager, message: Message): Promise<void> {
    if (message.state === 'PENDING' || message.state === 'UNCERTAIN')
      await this.record.sent(manager, message, 'DELIVERY_REPORT');
    const at = this.clock.now();
    const group = await MessageGroup.of(manager, message);
    await group.become(manager, { state: 'DELIVERED', settledAt: at });
    await this.outbox.publish(
      manager,
      ...group.messages.map((one) => ({
        type: NOTIFICATION_DELIVERED,
        key: one.id,
        data: { ...aboutMessage(one), deliveredAt: at.toISOString() },
      })),
    );
  }
}
