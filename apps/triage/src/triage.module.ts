import { Module } from '@nestjs/common';
import { ActionsModule } from './actions/actions.module.js';
import { AssessmentModule } from './assessment/assessment.module.js';
import { CasesModule } from './cases/cases.module.js';
import { EvaluationsModule } from './evaluations/evaluations.module.js';
import { LocationsModule } from './locations/locations.module.js';
import { WorklistModule } from './worklist/worklist.module.js';

@Module({
  imports: [AssessmentModule, LocationsModule, CasesModule, WorklistModule, ActionsModule, EvaluationsModule],
})
export class TriageModule {}
