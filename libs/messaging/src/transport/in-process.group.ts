import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { failureReason } from '../parking/failure-reason.js';
import { KeyedExecutor } from './keyed-executor.js';
import type { IncomingRecord, RecordSource, Subscription } from './transport.js';

/** Clocks of two databases may differ, and handling takes a while: what is older than this is surely handled. */
const MARGIN_MS = 10 * 60_000;
const SAVE_EVERY_MS = 60_000;
const RETRY_MS = 1000;

/** One consumer group of the in-process transport. */
export class InProcessGroup {
  private readonly logger = new Logger('InProcessGroup');
  private readonly executor: KeyedExecutor;
  private readonly caughtUp = new Map<string, Promise<void>>();
  private readonly saving: NodeJS.Timeout;
  private closed = false;

  constructor(private readonly subscription: Subscription) {
    this.executor = new KeyedExecutor(subscription.concurrency);
    this.saving = setInterval(() => void this.saveProgress(), SAVE_EVERY_MS).unref();
  }

  get name(): string {
    return this.subscription.group;
  }

  wants(topic: string): boolean {
    return !this.closed && this.subscription.topics.includes(topic);
  }

  /**
   * Hands the group what it missed of this source: everything when it is new, else what came after it last
   * stopped. Live records wait until this is done.
   */
  catchUp(source: RecordSource): void {
    const attempt = this.readHistory(source);
    this.caughtUp.set(source.name, attempt);
    attempt.catch((error: unknown) => {
      if (this.closed || this.caughtUp.get(source.name) !== attempt) return;
      this.logger.warn(`${this.name} has not caught up with ${source.name} yet: ${failureReason(error)}`);
      setTimeout(() => {
        if (!this.closed && this.caughtUp.get(source.name) === attempt) this.catchUp(source);
      }, RETRY_MS).unref();
    });
  }

  /** Resolves when what was missed of every source has been handled, also when a first attempt at it failed. */
  async whenCaughtUp(): Promise<void> {
    for (;;) {
      if (this.closed) throw new Error(`${this.name} was closed before it had caught up`);
      const results = await Promise.allSettled(this.caughtUp.values());
      if (results.every((result) => result.status === 'fulfilled')) return;
      await sleep(RETRY_MS);
    }
  }

  /** The source has stopped: nothing of it is waited for any more. */
  forget(source: RecordSource): void {
    this.caughtUp.delete(source.name);
  }

  /** Handles records of one key in order; rejects at the first that could not be handled. */
  async deliver(
    key: string,
    records: IncomingRecord[],
    onHandled: (record: IncomingRecord) => void,
  ): Promise<void> {
    await Promise.all(this.caughtUp.values());
    await this.inOrder(key, records, onHandled);
  }

  /** Finishes what is in hand. */
  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.saving);
    await this.executor.idle();
    await this.saveProgress();
  }

  private inOrder(
    key: string,
    records: IncomingRecord[],
    onHandled?: (record: IncomingRecord) => void,
  ): Promise<void> {
    return this.executor.run(key, async () => {
      for (const record of records) {
        await this.subscription.handle(record);
        onHandled?.(record);
      }
    });
  }

  private async readHistory(source: RecordSource): Promise<void> {
    const { topics, progress } = this.subscription;
    const known = await progress.load(source.name);
    const since = new Map(topics.map((topic) => [topic, startOf(known.get(topic))]));
    for await (const page of source.history(since)) {
      const byKey = Map.groupBy(page, (record) => record.key ?? '');
      await Promise.all([...byKey].map(([key, records]) => this.inOrder(key, records)));
    }
    await progress.save(source.name, topics, new Date());
  }

  /** A source that is not caught up with keeps its old mark. */
  private async saveProgress(): Promise<void> {
    const now = new Date();
    const saves = [...this.caughtUp].map(async ([source, done]) => {
      await done;
      await this.subscription.progress.save(source, this.subscription.topics, now);
    });
    for (const result of await Promise.allSettled(saves)) {
      if (result.status === 'rejected') {
        this.logger.warn(
          `${this.name} will catch up further at its next start: ${failureReason(result.reason)}`,
        );
      }
    }
  }
}

function startOf(handledUntil: Date | undefined): Date | null {
  return handledUntil ? new Date(handledUntil.getTime() - MARGIN_MS) : null;
}
