import { Module } from '@nestjs/common';
import { DossierController } from './dossier.controller.js';
import { MeldingTimelineService } from './melding-timeline.service.js';
import { TimelineQuery } from './timeline.query.js';
import { TimelineService } from './timeline.service.js';

@Module({
  controllers: [DossierController],
  providers: [TimelineQuery, TimelineService, MeldingTimelineService],
  exports: [TimelineService, MeldingTimelineService],
})
export class DossierModule {}
