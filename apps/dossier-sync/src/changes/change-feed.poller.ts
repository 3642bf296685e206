import { PollingLoop, Transactions, type NextRound } from '#messaging';
import { uuidv7 } from '#platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DossierSyncConfig } from '../dossier-sync.config.js';
import { DossierStoreClient } from '../store/dossier-store.client.js';
import { ChangePublisherService } from './change-publisher.service.js';
import { FeedPositionStore } from './feed-position.store.js';

const FEED = 'EDISON';
const BATCH = 100;
/** Longest wait between tries while the store is away. */
const AWAY_MS = 10_000;

/** Reads the change feed of the store, from the start of the service on, and publishes what is new. */
@Injectable()
export class ChangeFeedPoller implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly owner = uuidv7();
  private readonly loop: PollingLoop;

  constructor(
    private readonly config: DossierSyncConfig,
    private readonly positions: FeedPositionStore,
    private readonly store: DossierStoreClient,
    private readonly transactions: Transactions,
    private readonly publisher: ChangePublisherService,
  ) {
    const options = { idleMs: config.EDISON_POLL_MS, failureMs: AWAY_MS };
    this.loop = new PollingLoop('Change feed', options, () => this.round());
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
    await this.positions.release(FEED, this.owner);
  }

  private async round(): Promise<NextRound> {
    const from = await this.positions.claim(FEED, this.owner);
    if (from === null) return this.config.EDISON_POLL_MS;
    const { items, nextAfter: to } = await this.store.changesAfter(from, BATCH);
    if (items.length === 0) return this.config.EDISON_POLL_MS;
    await this.transactions.run(async (manager) => {
      await this.positions.advance(manager, FEED, this.owner, { from, to });
      await this.publisher.publish(manager, FEED, items);
    });
    return items.length === BATCH ? 'AT_ONCE' : this.config.EDISON_POLL_MS;
  }
}
