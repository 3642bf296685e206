import { Module } from '@nestjs/common';
import { ConfirmationController } from './confirmation.controller.js';
import { Confirmations } from './confirmations.service.js';

@Module({ controllers: [ConfirmationController], providers: [Confirmations], exports: [Confirmations] })
export class ConfirmationModule {}
