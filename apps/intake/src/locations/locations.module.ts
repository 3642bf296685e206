import { Module, type OnModuleInit } from '@nestjs/common';
import { HealthChecks } from '#platform';
import { PublicRateModule } from '../public-rate/public-rate.module.js';
import { LocationConsumer } from './location.consumer.js';
import { LocationSearch } from './location-search.service.js';
import { LocationsController } from './locations.controller.js';

@Module({
  imports: [PublicRateModule],
  controllers: [LocationsController, LocationConsumer],
  providers: [LocationSearch],
})
export class LocationsModule implements OnModuleInit {
  constructor(
    private readonly health: HealthChecks,
    private readonly search: LocationSearch,
  ) {}

  onModuleInit(): void {
    this.health.register('locations', async () => {
      if (await this.search.isEmpty()) throw new Error('Er is nog geen enkele opvang bekend.');
    });
  }
}
