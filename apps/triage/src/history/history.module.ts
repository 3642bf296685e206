import { Module } from '@nestjs/common';
import { MeldingHistories } from './melding-histories.service.js';

@Module({ providers: [MeldingHistories], exports: [MeldingHistories] })
export class HistoryModule {}
