import { Module } from '@nestjs/common';
import { ChangesModule } from './changes/changes.module.js';
import { DossierModule } from './dossier/dossier.module.js';
import { HandhavingModule } from './handhaving/handhaving.module.js';
import { LocationsModule } from './locations/locations.module.js';
import { MeldingenModule } from './meldingen/meldingen.module.js';
import { SeedModule } from './seed/seed.module.js';

@Module({
  imports: [LocationsModule, DossierModule, MeldingenModule, HandhavingModule, ChangesModule, SeedModule],
})
export class EdisonModule {}
