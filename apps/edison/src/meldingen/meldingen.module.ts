import { Module } from '@nestjs/common';
import { MeldingListReader } from './melding-list.reader.js';
import { MeldingController } from './melding.controller.js';
import { RegistrationService } from './registration.service.js';
import { RegistrationStore } from './registration.store.js';

@Module({
  controllers: [MeldingController],
  providers: [RegistrationService, RegistrationStore, MeldingListReader],
})
export class MeldingenModule {}
