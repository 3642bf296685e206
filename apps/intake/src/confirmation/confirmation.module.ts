import { Module } from '@nestjs/common';
import { ConfirmationController } from './confirmation.controller.js';
import { Confirmations } from './confirmations.service.js';
import { PageStyleController } from './page-style.controller.js';

@Module({
  controllers: [ConfirmationController, PageStyleController],
  providers: [Confirmations],
  exports: [Confirmations],
})
export class ConfirmationModule {}
