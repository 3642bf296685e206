import { Module } from '@nestjs/common';
import { AcceptedModule } from '../accepted/accepted.module.js';
import { HandOverModule } from '../hand-over/hand-over.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { StoreModule } from '../store/store.module.js';
import { ComparisonService } from './comparison.service.js';
import { NightlyRuns } from './nightly-runs.js';
import { ReconciliationController } from './reconciliation.controller.js';
import { ReconciliationMetrics } from './reconciliation.metrics.js';
import { ReconciliationWorker } from './reconciliation.worker.js';
import { RepairService } from './repair.service.js';
import { RunStarterService } from './run-starter.service.js';

@Module({
  imports: [AcceptedModule, HandOverModule, LedgerModule, StoreModule],
  controllers: [ReconciliationController],
  providers: [
    ComparisonService,
    NightlyRuns,
    ReconciliationMetrics,
    ReconciliationWorker,
    RepairService,
    RunStarterService,
  ],
})
export class ReconciliationModule {}
