import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../nest/messaging.options.js';
import { PollingLoop } from '../polling/polling-loop.js';
import { WorkStore } from '../work/work.store.js';
import { OutboxStore } from './outbox.store.js';

const HOUR_MS = 3_600_000;
const PUBLISHED_DAYS = 7;
const DONE_DAYS = 7;

/**
 * Removes what nobody needs any more: done work, and published events when the broker keeps them. The inbox is
 * never emptied, since a replay of any age must find what was handled (guarantee 6).
 */
@Injectable()
export class Retention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new PollingLoop('Retention', { idleMs: HOUR_MS, failureMs: HOUR_MS }, () =>
    this.round(),
  );

  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    private readonly outbox: OutboxStore,
    private readonly work: WorkStore,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async round(): Promise<number> {
    if (this.options.transport.keepsRecords) await this.outbox.prune(PUBLISHED_DAYS);
    await this.work.prune(DONE_DAYS);
    return HOUR_MS;
  }
}
