import { Module } from '@nestjs/common';
import { LedgerController } from './ledger.controller.js';
import { LedgerMetrics } from './ledger.metrics.js';
import { LedgerStore } from './ledger.store.js';
import { RetryService } from './retry.service.js';

@Module({
  controllers: [LedgerController],
  providers: [LedgerStore, LedgerMetrics, RetryService],
  exports: [LedgerStore],
})
export class LedgerModule {}
