import { Module } from '@nestjs/common';
import { PublicRateModule } from '../public-rate/public-rate.module.js';
import { TraceModule } from '../trace/trace.module.js';
import { FollowUpCodeHash } from './follow-up-code-hash.js';
import { FollowUpController } from './follow-up.controller.js';
import { FollowUp } from './follow-up.service.js';
import { FollowUpThrottle } from './follow-up-throttle.service.js';
import { FollowUpTokens } from './follow-up-tokens.service.js';

@Module({
  imports: [PublicRateModule, TraceModule],
  controllers: [FollowUpController],
  providers: [FollowUp, FollowUpCodeHash, FollowUpThrottle, FollowUpTokens],
  exports: [FollowUpCodeHash],
})
export class FollowUpModule {}
