import { Module } from '@nestjs/common';
import { BackendModule } from '../backend/backend.module.js';
import { SessionModule } from '../session/session.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { CaseClient } from './case.client.js';
import { CaseController } from './case.controller.js';

@Module({
  imports: [BackendModule, SessionModule, StaffModule],
  controllers: [CaseController],
  providers: [CaseClient],
})
export class ZakenModule {}
