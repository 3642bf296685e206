import { Module } from '@nestjs/common';
import { PublicRateModule } from '../public-rate/public-rate.module.js';
import { CatalogueController } from './catalogue.controller.js';

@Module({ imports: [PublicRateModule], controllers: [CatalogueController] })
export class CatalogueModule {}
