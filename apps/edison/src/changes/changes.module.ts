import { Module } from '@nestjs/common';
import { ChangeController } from './change.controller.js';
import { ChangeFeedService } from './change-feed.service.js';

@Module({ controllers: [ChangeController], providers: [ChangeFeedService], exports: [ChangeFeedService] })
export class ChangesModule {}
