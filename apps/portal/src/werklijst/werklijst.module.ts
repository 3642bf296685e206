import { Module } from '@nestjs/common';
import { BackendModule } from '../backend/backend.module.js';
import { SessionModule } from '../session/session.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { WorklistClient } from './worklist.client.js';
import { WorklistController } from './worklist.controller.js';

@Module({
  imports: [BackendModule, SessionModule, StaffModule],
  controllers: [WorklistController],
  providers: [WorklistClient],
})
export class WerklijstModule {}
