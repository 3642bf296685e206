import { Module } from '@nestjs/common';
import { DossierConsumer } from './dossier.consumer.js';
import { HandlingConsumer } from '../handling/handling.consumer.js';
import { NotificationConsumer } from './notification.consumer.js';

@Module({ controllers: [HandlingConsumer, DossierConsumer, NotificationConsumer] })
export class TraceModule {}
