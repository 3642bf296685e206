import { Module } from '@nestjs/common';
import { DossierController } from './dossier.controller.js';
import { TimelineQuery } from './timeline.query.js';
import { TimelineService } from './timeline.service.js';

@Module({
  controllers: [DossierController],
  providers: [TimelineQuery, TimelineService],
  exports: [TimelineService],
})
export class DossierModule {}
