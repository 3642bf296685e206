import type { LocationChangedV1 } from '#contracts';
import { Gathered } from '#messaging';
import { readRows } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KnownLocation } from './known-location.entity.js';
import { searchText } from './search-text.js';

/** Triage's own picture of the locations, from the dossier topic. */
@Injectable()
export class Locations {
  /** Those that a batch asks for by one statement. */
  private readonly found = new Gathered(async (manager: EntityManager, asked: (readonly string[])[]) => {
    const ids = [...new Set(asked.flat())];
    const found = await readRows(manager, KnownLocation, 'WHERE id = ANY($1::text[])', [ids]);
    const byId = new Map(found.map((location) => [location.id, location]));
    return asked.map((wanted) => wanted.flatMap((id) => byId.get(id) ?? []));
  });

  /** Takes over a change; an older revision never overwrites a newer one. */
  async takeOver(manager: EntityManager, change: LocationChangedV1): Promise<void> {
    const { locationId, name, municipality, riskBand, changedAt, ...rest } = change;
    const { revision, province, spoc, licenceState, enforcementState, schorsingEndedOn } = rest;
    await manager.query(
      `INSERT INTO triage_location AS known (id, revision, name, municipality, province, search_text, spoc,
         licence_state, enforcement_state, schorsing_ended_on, risk_band, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (id) DO UPDATE SET
         (revision, name, municipality, province, search_text, spoc, licence_state, enforcement_state,
          schorsing_ended_on, risk_band, changed_at)
         = (excluded.revision, excluded.name, excluded.municipality, excluded.province, excluded.search_text,
            excluded.spoc, excluded.licence_state, excluded.enforcement_state, excluded.schorsing_ended_on,
            excluded.risk_band, excluded.changed_at)
       WHERE known.revision < excluded.revision`,
      [
        locationId,
        revision,
        name,
        municipality,
        province,
        searchText(name, municipality),
        spoc,
        licenceState,
        enforcementState,
        schorsingEndedOn,
        riskBand,
        changedAt,
      ],
    );
  }

  /** Those of the given locations that triage knows, in the given order. */
  async find(manager: EntityManager, ids: readonly string[]): Promise<KnownLocation[]> {
    return ids.length === 0 ? [] : this.found.ask(manager, ids);
  }
}
