import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { StoreModule } from '../store/store.module.js';
import { HandOverIntakeService } from './hand-over-intake.service.js';
import { HandOverOutcomeService } from './hand-over-outcome.service.js';
import { HandOverWorker } from './hand-over.worker.js';
import { MeldingEventsConsumer } from './melding-events.consumer.js';
import { StoreAttemptService } from './store-attempt.service.js';

@Module({
  imports: [LedgerModule, StoreModule],
  controllers: [MeldingEventsConsumer],
  providers: [HandOverIntakeService, StoreAttemptService, HandOverOutcomeService, HandOverWorker],
  exports: [HandOverIntakeService],
})
export class HandOverModule {}
