import type { CodedMelding, Kind } from '#contracts';
import { Gathered } from '#messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { reportsViolenceOrUnexplainedInjury, type OtherMelding } from '../urgency/index.js';

/** Wider than every window of the policy, on both sides of the receipt; the policy itself draws the border. */
const HORIZON_DAYS = 92;
/** More than any rule counts up to. */
const ENOUGH = 200;
const HOUR_MS = 3_600_000;

/** Two anonymous meldingen may come from two people. */
const ABOUT_THE_SAME_BY_OTHERS = `h.location_id = a.location_id AND h.melding_id <> ALL ($2::uuid[])
  AND (h.submitter_key IS NULL OR a.submitter_key IS NULL OR h.submitter_key <> a.submitter_key)`;
const OF_THE_GROUP = `h.location_id = j.location_id AND h.submitter = a.submitter AND h.kind = a.kind
  AND h.violence_or_unexplained_injury = a.violence AND h.melding_id <> j.melding_id`;
const ROWS = `SELECT * FROM jsonb_to_recordset($1::jsonb) AS row(location_id text, melding_id uuid, kind text,
  submitter_key text, received_at timestamptz, violence_or_unexplained_injury boolean)`;

/** The melding whose surroundings are asked for. */
export interface JudgedMelding {
  meldingId: string;
  receivedAt: Date;
}

/** Which meldingen came in about which location: triage's own projection, codes only. */
interface AskedAround extends JudgedMelding {
  locationId: string;
}

/** Which meldingen came in about which location: triage's own projection, codes only. */
@Injectable()
export class MeldingHistories {
  private readonly surroundings = new Gathered((manager: EntityManager, asked: AskedAround[]) =>
    surroundingsOf(manager, asked),
  );

  /**
   * Makes meldingen about the same locations wait for each other until the transaction ends. Of two that arrive
   * at the same moment the second sees the first, so both can be raised (R-C8). Locks are always taken in the
   * same order: those of the meldingen by id, then of the locations by id, then rows of cases.
   */
  async lock(manager: EntityManager, meldingen: readonly CodedMelding[]): Promise<void> {
    const keys = [
      ...meldingen.map(({ meldingId }) => `melding:${meldingId}`).toSorted(),
      ...meldingen.flatMap(({ locationIds }) => locationIds.map((id) => `location:${id}`)).toSorted(),
    ];
    await manager.query(
      `SELECT pg_advisory_xact_lock(hashtextextended(key, 3))
       FROM unnest($1::text[]) WITH ORDINALITY AS wanted(key, place) ORDER BY place`,
      [[...new Set(keys)]],
    );
  }

  async remember(manager: EntityManager, meldingen: readonly CodedMelding[]): Promise<void> {
    await manager.query(
      `INSERT INTO triage_location_history
         (location_id, melding_id, kind, submitter_key, received_at, violence_or_unexplained_injury)
       ${ROWS}`,
      [JSON.stringify(meldingen.flatMap(rowsOf))],
    );
  }

  /**
   * Cases of the same locations whose level one of the given meldingen may raise, by id, without their own. A superset;
   * the policy decides. R-C8 works in both directions, so reports of violence by others that are not raised by it yet;
   * B-1 looks back, so what was received later than the melding and still has room to rise (domain.md 3.6.3).
   */
  async casesThatMayRise(manager: EntityManager, meldingen: readonly CodedMelding[]): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT c.id FROM (${ROWS}) AS a CROSS JOIN LATERAL (
         SELECT melding_id, 'VIOLENCE' AS why FROM triage_location_history h
         WHERE a.violence_or_unexplained_injury AND h.violence_or_unexplained_injury AND ${ABOUT_THE_SAME_BY_OTHERS}
           AND h.received_at BETWEEN a.received_at - $3::interval AND a.received_at + $3::interval
         UNION
         SELECT melding_id, 'LATER' FROM triage_location_history h
         WHERE ${ABOUT_THE_SAME_BY_OTHERS}
           AND h.received_at BETWEEN a.received_at AND a.received_at + $3::interval) AS h
       JOIN triage_case c ON c.melding_id = h.melding_id
       WHERE CASE h.why WHEN 'VIOLENCE' THEN NOT c.reasons @> '[{"code": "R-C8"}]' ELSE c.level IN ('NORMAL', 'LOW') END
       GROUP BY c.id ORDER BY c.id`,
      [
        JSON.stringify(meldingen.flatMap(rowsOf)),
        meldingen.map(({ meldingId }) => meldingId),
        `${HORIZON_DAYS} days`,
      ],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * The other meldingen about a location around the receipt of one. Of many alike from one submitter only the
   * nearest before and after is told: rules count submitters. Each group is found by a step in the index instead of
   * reading all that came in, so a burst of one person does not slow the judging of all.
   */
  around(manager: EntityManager, locationId: string, judged: JudgedMelding): Promise<OtherMelding[]> {
    return this.surroundings.ask(manager, { ...judged, locationId });
  }
}

/** One for each location. */
const rowsOf = (melding: CodedMelding) =>
  [...new Set(melding.locationIds)].map((location_id) => ({
    location_id,
    melding_id: melding.meldingId,
    kind: melding.kind,
    submitter_key: melding.submitterKey,
    received_at: melding.receivedAt,
    violence_or_unexplained_injury: reportsViolenceOrUnexplainedInjury(melding.answers),
  }));

async function surroundingsOf(manager: EntityManager, asked: AskedAround[]): Promise<OtherMelding[][]> {
  const rows = await manager.query<OtherMeldingRow[]>(
    `SELECT j.place::integer AS place, nearest.*
     FROM unnest($1::text[], $2::timestamptz[], $3::uuid[])
       WITH ORDINALITY AS j(location_id, received_at, melding_id, place)
     CROSS JOIN LATERAL (
       WITH RECURSIVE alike AS (
         (SELECT submitter, kind, violence_or_unexplained_injury AS violence FROM triage_location_history
          WHERE location_id = j.location_id
          ORDER BY submitter, kind, violence_or_unexplained_injury LIMIT 1)
         UNION ALL
         SELECT further.* FROM alike a CROSS JOIN LATERAL (
           SELECT h.submitter, h.kind, h.violence_or_unexplained_injury FROM triage_location_history h
           WHERE h.location_id = j.location_id
             AND (h.submitter, h.kind, h.violence_or_unexplained_injury) > (a.submitter, a.kind, a.violence)
           ORDER BY h.submitter, h.kind, h.violence_or_unexplained_injury LIMIT 1) AS further)
       SELECT near.kind, near.submitter_key, near.received_at, near.violence_or_unexplained_injury
       FROM alike a CROSS JOIN LATERAL (
         (SELECT h.* FROM triage_location_history h WHERE ${OF_THE_GROUP}
            AND h.received_at BETWEEN j.received_at - $4::interval AND j.received_at
          ORDER BY h.received_at DESC LIMIT 1)
         UNION ALL
         (SELECT h.* FROM triage_location_history h WHERE ${OF_THE_GROUP}
            AND h.received_at > j.received_at AND h.received_at <= j.received_at + $4::interval
          ORDER BY h.received_at LIMIT 1)) AS near
       ORDER BY near.violence_or_unexplained_injury DESC,
         abs(extract(epoch FROM near.received_at - j.received_at))
       LIMIT ${ENOUGH}) AS nearest`,
    [
      asked.map(({ locationId }) => locationId),
      asked.map(({ receivedAt }) => receivedAt),
      asked.map(({ meldingId }) => meldingId),
      `${HORIZON_DAYS} days`,
    ],
  );
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return asked.map(({ receivedAt }, index) =>
    (byPlace.get(index + 1) ?? []).map((row) => ({
      kind: row.kind,
      submitterKey: row.submitter_key,
      hoursAgo: (receivedAt.getTime() - row.received_at.getTime()) / HOUR_MS,
      violenceOrUnexplainedInjury: row.violence_or_unexplained_injury,
    })),
  );
}

interface OtherMeldingRow {
  place: number;
  kind: Kind;
  submitter_key: string | null;
  received_at: Date;
  violence_or_unexplained_injury: boolean;
}
