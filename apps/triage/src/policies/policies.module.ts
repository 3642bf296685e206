import { Module } from '@nestjs/common';
import { Policies } from './policies.service.js';

@Module({ providers: [Policies], exports: [Policies] })
export class PoliciesModule {}
