import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { LocationsModule } from '../locations/locations.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { VisibilityModule } from '../visibility/visibility.module.js';
import { AssignAction } from './assign.action.js';
import { CaseActionsController } from './case-actions.controller.js';
import { CaseActions } from './case-actions.service.js';
import { HandlingChanges } from './handling-changes.service.js';
import { RaiseAction } from './raise.action.js';
import { StartAction } from './start.action.js';

@Module({
  imports: [CasesModule, DecisionsModule, LocationsModule, StaffModule, VisibilityModule],
  controllers: [CaseActionsController],
  providers: [CaseActions, HandlingChanges, AssignAction, StartAction, RaiseAction],
})
export class ActionsModule {}
