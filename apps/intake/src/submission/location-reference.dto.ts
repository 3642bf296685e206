import { OneLine, FreeText } from './text-input.decorators.js';

/** A known location by id, or one in the melder's own words when it cannot be found (contract.md 3). */
export class LocationReferenceDto {
  @OneLine({ max: 64, example: 'L02', description: 'id from GET /api/v1/locations' })
  id?: string;

  @FreeText({ max: 1000, example: 'De crèche naast de bibliotheek, met het groene hek' })
  description?: string;

  @OneLine({ max: 100, example: 'Verzinbeke' })
  municipality?: string;
}
