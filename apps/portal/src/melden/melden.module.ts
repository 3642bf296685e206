import { Module } from '@nestjs/common';
import { BackendModule } from '../backend/backend.module.js';
import { CatalogueClient } from './catalogue.client.js';
import { LocationClient } from './location.client.js';
import { LocationSearch } from './location-search.js';
import { MeldenController } from './melden.controller.js';
import { ReceiptController } from './receipt.controller.js';
import { SendMelding } from './send-melding.js';
import { SubmissionClient } from './submission.client.js';

@Module({
  imports: [BackendModule],
  controllers: [MeldenController, ReceiptController],
  providers: [CatalogueClient, LocationClient, LocationSearch, SendMelding, SubmissionClient],
})
export class MeldenModule {}
