import { Module } from '@nestjs/common';
import { LocationsModule } from '../locations/locations.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { EvaluationsController } from './evaluations.controller.js';
import { Evaluations } from './evaluations.service.js';

@Module({
  imports: [LocationsModule, PoliciesModule],
  controllers: [EvaluationsController],
  providers: [Evaluations],
})
export class EvaluationsModule {}
