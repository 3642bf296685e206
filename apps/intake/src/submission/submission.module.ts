import { Module } from '@nestjs/common';
import { ConfirmationModule } from '../confirmation/confirmation.module.js';
import { FollowUpModule } from '../follow-up/follow-up.module.js';
import { PublicRateModule } from '../public-rate/public-rate.module.js';
import { ReceiptModule } from '../receipt/receipt.module.js';
import { VaultModule } from '../vault/vault.module.js';
import { AcceptanceQuery } from './acceptance.query.js';
import { AcceptancePreparation } from './acceptance.preparation.js';
import { MeldingAcceptance } from './acceptance.service.js';
import { BatchWriter } from './batch-writer.service.js';
import { DirectWriter } from './direct-writer.service.js';
import { MeldingenController } from './meldingen.controller.js';
import { RepeatableRequests } from './repeatable.service.js';
import { SubmissionService } from './submission.service.js';

@Module({
  imports: [ConfirmationModule, FollowUpModule, PublicRateModule, ReceiptModule, VaultModule],
  controllers: [MeldingenController],
  providers: [
    AcceptancePreparation,
    AcceptanceQuery,
    MeldingAcceptance,
    DirectWriter,
    BatchWriter,
    RepeatableRequests,
    SubmissionService,
  ],
  exports: [AcceptanceQuery, MeldingAcceptance, RepeatableRequests],
})
export class SubmissionModule {}
