import { Module } from '@nestjs/common';
import { BackendModule } from '../backend/backend.module.js';
import { FollowUpClient } from './follow-up.client.js';
import { FollowUpController } from './follow-up.controller.js';

@Module({ imports: [BackendModule], controllers: [FollowUpController], providers: [FollowUpClient] })
export class OpvolgenModule {}
