import { PollingLoop, rush, Transactions, WorkHandler, type NextRound } from '#messaging';
import { Clock } from '#platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MessageDispatch } from '../messages/message-dispatch.service.js';
import { NotificationConfig } from '../notification.config.js';
import type { Released } from './judgements.store.js';

const MOST_TOGETHER = 100;
const LONGEST_WAIT_MS = 1_000;

/**
 * Lets acknowledgements go whose judgement takes too long. One look now and then for all of them: work of its own for
 * each melding would be asked for and found done already every time.
 */
@Injectable()
export class OverdueAcknowledgements implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: PollingLoop;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly dispatch: MessageDispatch,
    private readonly clock: Clock,
    private readonly config: NotificationConfig,
  ) {
    const turn = () => rush.turn();
    const waits = { idleMs: LONGEST_WAIT_MS, failureMs: 5_000, turn };
    this.loop = new PollingLoop('Overdue acknowledgements', waits, () => this.round());
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  /** A release before this one asked for work for each; what it was about is found here as well. */
  @WorkHandler('acknowledge-at-latest')
  async askedBefore(): Promise<void> {
    this.loop.wake();
  }

  private async round(): Promise<NextRound> {
    const overdue = new Date(this.clock.now().getTime() - this.config.ACKNOWLEDGE_WITHIN_SECONDS * 1_000);
    const [any] = await this.dataSource.query<unknown[]>(
      'SELECT FROM message WHERE released_at IS NULL AND requested_at <= $1 LIMIT 1',
      [overdue],
    );
    if (any === undefined) return LONGEST_WAIT_MS;
    return (await this.release(overdue)) === MOST_TOGETHER ? 'AT_ONCE' : LONGEST_WAIT_MS;
  }

  /** @returns how many */
  private release(overdue: Date): Promise<number> {
    return this.transactions.run(async (manager) => {
      // What somebody else releases at this moment is skipped, and seen to be released the next time.
      const released = await manager.query<Released[]>(
        `WITH overdue AS (
           SELECT id FROM message WHERE released_at IS NULL AND requested_at <= $1
           ORDER BY requested_at LIMIT $3 FOR UPDATE SKIP LOCKED),
         released AS (
           UPDATE message m SET released_at = $2 FROM overdue WHERE m.id = overdue.id
           RETURNING m.id, m.purpose, m.recipient_token AS "recipientToken")
         SELECT * FROM released`,
        [overdue, this.clock.now(), MOST_TOGETHER],
      );
      for (const message of released) await this.dispatch.enqueue(manager, message);
      return released.length;
    });
  }
}
