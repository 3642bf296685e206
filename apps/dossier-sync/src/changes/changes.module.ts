import { Module } from '@nestjs/common';
import { QuarantineModule } from '../quarantine/quarantine.module.js';
import { StoreModule } from '../store/store.module.js';
import { ChangeFeedPoller } from './change-feed.poller.js';
import { ChangePublisherService } from './change-publisher.service.js';
import { FeedPositionStore } from './feed-position.store.js';

@Module({
  imports: [StoreModule, QuarantineModule],
  providers: [ChangeFeedPoller, ChangePublisherService, FeedPositionStore],
})
export class ChangesModule {}
