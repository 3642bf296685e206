import { Module } from '@nestjs/common';
import { PublicRateModule } from '../public-rate/public-rate.module.js';
import { ReceiptKeys } from './receipt-keys.service.js';
import { ReceiptsController } from './receipts.controller.js';

@Module({
  imports: [PublicRateModule],
  controllers: [ReceiptsController],
  providers: [ReceiptKeys],
  exports: [ReceiptKeys],
})
export class ReceiptModule {}
