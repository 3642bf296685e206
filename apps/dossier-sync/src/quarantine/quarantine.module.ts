import { Module } from '@nestjs/common';
import { QuarantineController } from './quarantine.controller.js';
import { QuarantineStore } from './quarantine.store.js';

@Module({ controllers: [QuarantineController], providers: [QuarantineStore], exports: [QuarantineStore] })
export class QuarantineModule {}
