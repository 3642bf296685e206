import { Module } from '@nestjs/common';
import { DossierModule } from '../dossier/dossier.module.js';
import { CaseNumbersService } from './case-numbers.service.js';
import { MeldingListReader } from './melding-list.reader.js';
import { MeldingController } from './melding.controller.js';
import { RegistrationService } from './registration.service.js';

@Module({
  imports: [DossierModule],
  controllers: [MeldingController],
  providers: [RegistrationService, CaseNumbersService, MeldingListReader],
})
export class MeldingenModule {}
