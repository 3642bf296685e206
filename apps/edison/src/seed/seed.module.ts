import { Module } from '@nestjs/common';
import { ChangesModule } from '../changes/changes.module.js';
import { HandhavingModule } from '../handhaving/handhaving.module.js';
import { SeedService } from './seed.service.js';
import { TakeOverService } from './take-over.service.js';

@Module({ imports: [ChangesModule, HandhavingModule], providers: [SeedService, TakeOverService] })
export class SeedModule {}
