import { Module } from '@nestjs/common';
import { LocationController } from './location.controller.js';
import { LocationQuery } from './location.query.js';

@Module({ controllers: [LocationController], providers: [LocationQuery] })
export class LocationsModule {}
