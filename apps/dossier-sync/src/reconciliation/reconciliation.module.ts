import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { StoreModule } from '../store/store.module.js';
import { ComparisonService } from './comparison.service.js';
import { NightlyRuns } from './nightly-runs.js';
import { ReconciliationController } from './reconciliation.controller.js';
import { ReconciliationWorker } from './reconciliation.worker.js';
import { RepairService } from './repair.service.js';
import { RunStarterService } from './run-starter.service.js';

@Module({
  imports: [LedgerModule, StoreModule],
  controllers: [ReconciliationController],
  providers: [ComparisonService, NightlyRuns, ReconciliationWorker, RepairService, RunStarterService],
})
export class ReconciliationModule {}
