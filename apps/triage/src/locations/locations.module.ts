import { Module } from '@nestjs/common';
import { LocationConsumer } from './location.consumer.js';
import { Locations } from './locations.service.js';

@Module({ controllers: [LocationConsumer], providers: [Locations], exports: [Locations] })
export class LocationsModule {}
