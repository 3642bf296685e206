import { Module } from '@nestjs/common';
import { IntakeClient } from './intake.client.js';

@Module({ providers: [IntakeClient], exports: [IntakeClient] })
export class AcceptedModule {}
