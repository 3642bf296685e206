import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { HistoryModule } from '../history/history.module.js';
import { LocationsModule } from '../locations/locations.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { CaseDecisions } from './case-decisions.service.js';
import { Judge } from './judge.service.js';

@Module({
  imports: [CasesModule, HistoryModule, LocationsModule, PoliciesModule],
  providers: [CaseDecisions, Judge],
  exports: [CaseDecisions, Judge],
})
export class DecisionsModule {}
