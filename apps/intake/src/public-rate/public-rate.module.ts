import { Module } from '@nestjs/common';
import { Clients } from './clients.service.js';
import { PublicRateGuard } from './public-rate.guard.js';

@Module({ providers: [Clients, PublicRateGuard], exports: [Clients, PublicRateGuard] })
export class PublicRateModule {}
