import { Injectable } from '@nestjs/common';
import { ServiceAnswered, ServiceUnavailable } from '#platform';
import type { Visitor } from '../backend/visitor.js';
import type { FormValues } from '../design/form-values.js';
import { LOCATION_FOUND, LOCATION_ID, LOCATION_SEARCH } from './field-names.js';
import { writeFound } from './found-locations.js';
import { LocationClient } from './location.client.js';

/** Search for a childcare from within a form. */
@Injectable()
export class LocationSearch {
  constructor(private readonly locations: LocationClient) {}

  /**
   * The form with the choices found. What was chosen at an earlier search stays among them.
   * @returns undefined when searching is not possible now
   */
  async find(values: FormValues, visitor: Visitor): Promise<FormValues | undefined> {
    const text = values.text(LOCATION_SEARCH);
    const chosen = values.all(LOCATION_ID);
    const kept = values.all(LOCATION_FOUND).filter((found) => chosen.includes(found.split('|')[0] ?? ''));
    if (text === '') return values.with(LOCATION_FOUND, ...kept);
    try {
      const found = await this.locations.search(text.slice(0, 100), visitor);
      return values.with(LOCATION_FOUND, ...kept, ...found.map(writeFound));
    } catch (error) {
      if (error instanceof ServiceUnavailable || error instanceof ServiceAnswered) return undefined;
      throw error;
    }
  }
}
