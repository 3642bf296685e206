import { Module } from '@nestjs/common';
import { DossierModule } from '../dossier/dossier.module.js';
import { HandhavingTakeOverService } from './handhaving-take-over.service.js';

@Module({
  imports: [DossierModule],
  providers: [HandhavingTakeOverService],
  exports: [HandhavingTakeOverService],
})
export class HandhavingModule {}
