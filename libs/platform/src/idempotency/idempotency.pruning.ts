import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';

const KEPT_MS = 48 * 3_600_000;
const EVERY_MS = 3_600_000;

/** Removes answers after two days: the contract asks for one, the rest is margin for clocks and retries. */
@Injectable()
export class IdempotencyPruning implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(IdempotencyPruning.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.pruneOrTell(), EVERY_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Deletes what is older than the time it is kept. */
  async prune(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    await this.source.query(`DELETE FROM platform_idempotency WHERE created_at < $1`, [before]);
  }

  private async pruneOrTell(): Promise<void> {
    try {
      await this.prune();
    } catch (error) {
      this.logger.warn(
        { err: error },
        'Old idempotency rows could not be removed; the next round tries again.',
      );
    }
  }
}
