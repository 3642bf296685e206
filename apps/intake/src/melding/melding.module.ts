import { Module } from '@nestjs/common';
import { TraceModule } from '../trace/trace.module.js';
import { VaultModule } from '../vault/vault.module.js';
import { MeldingFinder } from './melding-finder.service.js';
import { MeldingReadingController } from './melding-reading.controller.js';
import { MeldingTextsController } from './melding-texts.controller.js';
import { MeldingReading } from './melding-reading.service.js';

@Module({
  imports: [TraceModule, VaultModule],
  controllers: [MeldingReadingController, MeldingTextsController],
  providers: [MeldingFinder, MeldingReading],
})
export class MeldingModule {}
