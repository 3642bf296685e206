import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { HistoryModule } from '../history/history.module.js';
import { LocationsModule } from '../locations/locations.module.js';
import { CaseOpening } from './case-opening.service.js';
import { HistoryRaising } from './history-raising.service.js';
import { IntakeTexts } from './intake-texts.client.js';
import { MeldingConsumer } from './melding.consumer.js';
import { TextAssessment } from './text-assessment.worker.js';
import { TextDeadline } from './text-deadline.worker.js';
import { TriageFailure } from './triage-failure.service.js';

@Module({
  imports: [CasesModule, DecisionsModule, HistoryModule, LocationsModule],
  controllers: [MeldingConsumer],
  providers: [CaseOpening, HistoryRaising, IntakeTexts, TextAssessment, TextDeadline, TriageFailure],
})
export class AssessmentModule {}
