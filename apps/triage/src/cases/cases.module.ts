import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/staff.module.js';
import { VisibilityModule } from '../visibility/visibility.module.js';
import { CaseEvents } from './case-events.service.js';
import { CaseView } from './case-view.service.js';
import { CasesController } from './cases.controller.js';
import { Cases } from './cases.repository.js';
import { WrittenReasons } from './written-reasons.service.js';

@Module({
  imports: [StaffModule, VisibilityModule],
  controllers: [CasesController],
  providers: [Cases, CaseEvents, CaseView, WrittenReasons],
  exports: [Cases, CaseEvents, CaseView, WrittenReasons],
})
export class CasesModule {}
