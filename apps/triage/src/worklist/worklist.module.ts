import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/staff.module.js';
import { WorklistController } from './worklist.controller.js';
import { Worklist } from './worklist.service.js';

@Module({ imports: [StaffModule], controllers: [WorklistController], providers: [Worklist] })
export class WorklistModule {}
