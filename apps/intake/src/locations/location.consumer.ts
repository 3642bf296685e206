import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { LOCATION_CHANGED, type LocationChangedV1 } from '#contracts';
import { EventContext, Projects, type Projection } from '#messaging';
import { searchText } from './search-text.js';

const LOCATIONS: Projection = { name: 'locations', tables: [{ table: 'location' }] };

/** Keeps the locations a melder can choose from. */
@Controller()
export class LocationConsumer {
  @Projects(LOCATION_CHANGED, LOCATIONS)
  async onChanged(@Payload() location: LocationChangedV1, @Ctx() { manager }: EventContext): Promise<void> {
    const { locationId, revision, name, type, municipality, spoc } = location;
    // An older revision that comes late changes nothing.
    await manager.query(
      `INSERT INTO location AS known (id, revision, name, type, municipality, spoc, search_text)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, name = excluded.name, type = excluded.type,
         municipality = excluded.municipality, spoc = excluded.spoc, search_text = excluded.search_text
       WHERE known.revision < excluded.revision`,
      [locationId, revision, name, type, municipality, spoc, searchText(name, municipality)],
    );
  }
}
