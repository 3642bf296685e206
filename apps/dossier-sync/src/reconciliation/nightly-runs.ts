import { PollingLoop, Transactions } from '#messaging';
import { Clock } from '#platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DossierSyncConfig } from '../dossier-sync.config.js';
import { nightOf } from './night.js';
import { RunStarterService } from './run-starter.service.js';

const LOOK_EVERY_MS = 60_000;
const DAY_MS = 86_400_000;

/** Starts one run a night, whatever the number of processes; a night that was slept through is made up for. */
@Injectable()
export class NightlyRuns implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: PollingLoop;

  constructor(
    private readonly config: DossierSyncConfig,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly runs: RunStarterService,
  ) {
    const options = { idleMs: LOOK_EVERY_MS, failureMs: LOOK_EVERY_MS };
    this.loop = new PollingLoop('Nightly reconciliation', options, () => this.round());
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  private async round(): Promise<number> {
    const until = this.clock.now();
    const from = new Date(until.getTime() - this.config.RECONCILIATION_DAYS * DAY_MS);
    await this.transactions.run((manager) =>
      this.runs.start(manager, { from, until }, { night: nightOf(until), requestedBy: null }),
    );
    return LOOK_EVERY_MS;
  }
}
