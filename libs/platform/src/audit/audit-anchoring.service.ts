import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { ServiceConfig } from '../configuration/service-config.js';
import { headOfChain, writeAnchor } from './audit-anchor.js';

const EVERY_MS = 10_000;

/** Notes outside the database how far the audit chain has come, so that a chain that got shorter shows (architecture 6). */
@Injectable()
export class AuditAnchoring implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AuditAnchoring.name);
  private timer: NodeJS.Timeout | undefined;
  private noted = 0;

  constructor(
    private readonly source: DataSource,
    private readonly config: ServiceConfig,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.note(), EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.note();
  }

  private async note(): Promise<void> {
    const file = this.config.AUDIT_ANCHOR_FILE;
    if (file === undefined) return;
    try {
      const head = await headOfChain(this.source);
      if (head === undefined || head.sequence === this.noted) return;
      await writeAnchor(file, { ...head, at: this.clock.now().toISOString() });
      this.noted = head.sequence;
    } catch (error) {
      this.logger.warn({ err: error }, 'The audit chain could not be anchored; the next round tries again.');
    }
  }
}
