import { uuidv7 } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { linesOf, MELDING_TIMELINE } from '../dossier/melding-timeline.statement.js';
import type { MeldingContent } from './melding-content.js';
import type { MeldingLink } from './melding-link.entity.js';

/** What is known about a melding that is to be registered. */
export interface Known {
  /** Null when it is not registered. */
  link: MeldingLink | null;
  /** Those of its locations that exist. */
  locationIds: string[];
  /** Counters to number it with; null when it is registered, or a location of it does not exist. */
  counters: { dossier: bigint; zaak: bigint } | null;
}

/** A melding as it is to be registered. */
export interface Write {
  link: MeldingLink;
  /** Version that it replaces; null for a new melding. */
  replaces: number | null;
}

interface KnownRow {
  link: MeldingLink | null;
  locationIds: string[];
  dossier: string | null;
  zaak: string | null;
}

/**
 * A list as rows. The range says nothing new: it lets the planner expect few rows, so that it goes by the index
 * whatever the size of the tables was when it made its plan.
 */
const FEW = 'a.place BETWEEN 0 AND 1000';

/** Reads and writes meldingen in numbers: one statement for as many as there are, each of them whole or not at all. */
@Injectable()
export class RegistrationStore {
  constructor(private readonly dataSource: DataSource) {}

  /** What is known now of each, in their order. */
  async find(asked: { meldingId: string; content: Pick<MeldingContent, 'locationIds'> }[]): Promise<Known[]> {
    const input = asked.map(({ meldingId, content }, place) => ({
      place,
      melding_id: meldingId,
      location_ids: content.locationIds,
    }));
    const rows = await this.dataSource.query<KnownRow[]>(
      `SELECT found.*,
              CASE WHEN isnew THEN nextval('dossier_number') END AS dossier,
              CASE WHEN isnew THEN nextval('zaak_number') END AS zaak
       FROM (
         SELECT a.place, known.ids AS "locationIds",
                l.melding_id IS NULL AND cardinality(known.ids) = cardinality(a.location_ids) AS isnew,
                CASE WHEN l.melding_id IS NOT NULL THEN jsonb_build_object(
                  'meldingId', l.melding_id, 'dossierNumber', l.dossier_number, 'zaakNumber', l.zaak_number,
                  'version', l.version, 'reference', l.reference, 'kind', l.kind, 'receivedAt', l.received_at,
                  'factDate', l.fact_date, 'locationIds', l.location_ids, 'themes', l.themes, 'level', l.level,
                  'status', l.status, 'outcome', l.outcome, 'handler', l.handler,
                  'registeredAt', l.registered_at, 'changedAt', l.changed_at) END AS link
         FROM jsonb_to_recordset($1::jsonb) AS a(place integer, melding_id uuid, location_ids text[])
         LEFT JOIN melding_link l USING (melding_id),
         LATERAL (SELECT ARRAY(SELECT p.id FROM location p WHERE p.id = ANY (a.location_ids)) AS ids OFFSET 0) AS known
         WHERE ${FEW}) AS found
       ORDER BY place`,
      [JSON.stringify(input)],
    );
    return rows.map(knownOf);
  }

  /**
   * Writes links with their lines in the dossiers, each when what it replaces is what is registered now.
   * @param writes of different meldingen
   * @returns ids of the meldingen that were written
   */
  async write(writes: Write[]): Promise<Set<string>> {
    if (writes.length === 0) return new Set();
    const input = writes.map((write, place) => ({ place, ...rowOf(write) }));
    const rows = await this.dataSource.query<{ id: string }[]>(
      `WITH asked AS (
         SELECT a.* FROM jsonb_to_recordset($1::jsonb) AS a(
           place integer, replaces integer, melding_id uuid, dossier_number text, zaak_number text, version integer,
           reference text, kind text, received_at timestamptz, fact_date date, location_ids text[], themes text[],
           level text, status text, outcome text, handler text, registered_at timestamptz, changed_at timestamptz,
           line jsonb, entry_ids uuid[], entry_places text[])
         WHERE ${FEW}),
       created AS (
         INSERT INTO melding_link (melding_id, dossier_number, zaak_number, version, reference, kind, received_at,
           fact_date, location_ids, themes, level, status, outcome, handler, registered_at, changed_at)
         SELECT melding_id, dossier_number, zaak_number, version, reference, kind, received_at,
           fact_date, location_ids, themes, level, status, outcome, handler, registered_at, changed_at
         FROM asked WHERE replaces IS NULL ORDER BY melding_id
         ON CONFLICT (melding_id) DO NOTHING RETURNING melding_id),
       updated AS (
         UPDATE melding_link l SET version = a.version, reference = a.reference, kind = a.kind,
           received_at = a.received_at, fact_date = a.fact_date, location_ids = a.location_ids, themes = a.themes,
           level = a.level, status = a.status, outcome = a.outcome, handler = a.handler, changed_at = a.changed_at
         FROM asked a WHERE l.melding_id = a.melding_id AND l.version = a.replaces RETURNING l.melding_id),
       written AS (SELECT melding_id FROM created UNION ALL SELECT melding_id FROM updated),
       ${MELDING_TIMELINE}
       SELECT melding_id AS id FROM written`,
      [JSON.stringify(input)],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

function knownOf({ link, locationIds, dossier, zaak }: KnownRow): Known {
  const counters =
    dossier === null || zaak === null ? null : { dossier: BigInt(dossier), zaak: BigInt(zaak) };
  return { link: link && withMoments(link), locationIds, counters };
}

/** JSON has no type for a moment. */
const withMoments = (link: MeldingLink): MeldingLink => ({
  ...link,
  receivedAt: new Date(link.receivedAt),
  registeredAt: new Date(link.registeredAt),
  changedAt: new Date(link.changedAt),
});

const rowOf = ({ link, replaces }: Write) => ({
  replaces,
  melding_id: link.meldingId,
  dossier_number: link.dossierNumber,
  zaak_number: link.zaakNumber,
  version: link.version,
  reference: link.reference,
  kind: link.kind,
  received_at: link.receivedAt,
  fact_date: link.factDate,
  location_ids: link.locationIds,
  themes: link.themes,
  level: link.level,
  status: link.status,
  outcome: link.outcome,
  handler: link.handler,
  registered_at: link.registeredAt,
  changed_at: link.changedAt,
  ...linesOf(link, uuidv7),
});
