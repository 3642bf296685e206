import { LOCATION_CHANGED, type LocationChangedV1 } from '#contracts';
import { EventContext, Projects, type Projection } from '#messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Locations } from './locations.service.js';

const LOCATIONS: Projection = { name: 'locations', tables: [{ table: 'triage_location' }] };

@Controller()
export class LocationConsumer {
  constructor(private readonly locations: Locations) {}

  /**
   * New meldingen are judged by the new state. Open cases keep their level: the dossier now says something about
   * later reports, and whoever handles a case sees the location's state beside it (docs/decisions/0202).
   */
  @Projects(LOCATION_CHANGED, LOCATIONS)
  async onLocationChanged(@Payload() change: LocationChangedV1, @Ctx() context: EventContext): Promise<void> {
    await this.locations.takeOver(context.manager, change);
  }
}
