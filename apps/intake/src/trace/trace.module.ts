import { Module } from '@nestjs/common';
import { DossierConsumer } from './dossier.consumer.js';
import { HandOverTrace } from './hand-over-trace.service.js';
import { HandlingConsumer } from '../handling/handling.consumer.js';
import { NotificationConsumer } from './notification.consumer.js';

@Module({
  controllers: [HandlingConsumer, DossierConsumer, NotificationConsumer],
  providers: [HandOverTrace],
  exports: [HandOverTrace],
})
export class TraceModule {}
