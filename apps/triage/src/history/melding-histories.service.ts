import type { CodedMelding, Kind } from '#contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { reportsViolenceOrUnexplainedInjury, type OtherMelding } from '../urgency/index.js';

/** Wider than every window of the policy, on both sides of the receipt; the policy itself draws the border. */
const HORIZON_DAYS = 92;
/** More than any rule counts up to. */
const ENOUGH = 200;
const HOUR_MS = 3_600_000;

/** Two anonymous meldingen may come from two people. */
const ABOUT_THE_SAME_BY_OTHERS = `h.location_id = ANY($1::text[]) AND h.melding_id <> $2
  AND (h.submitter_key IS NULL OR $4::text IS NULL OR h.submitter_key <> $4)`;
const OF_THE_GROUP = `h.location_id = $1 AND h.submitter = a.submitter AND h.kind = a.kind
  AND h.violence_or_unexplained_injury = a.violence AND h.melding_id <> $3`;

/** The melding whose surroundings are asked for. */
export interface JudgedMelding {
  meldingId: string;
  receivedAt: Date;
}

/** Which meldingen came in about which location: triage's own projection, codes only. */
@Injectable()
export class MeldingHistories {
  /**
   * Makes meldingen about the same locations wait for each other until the transaction ends. Of two that arrive
   * at the same moment the second sees the first, so both can be raised (R-C8). Locks are always taken in the
   * same order: the melding's, then the locations' by id, then rows of cases.
   */
  async lock(manager: EntityManager, melding: CodedMelding): Promise<void> {
    const keys = [
      `melding:${melding.meldingId}`,
      ...melding.locationIds.toSorted().map((id) => `location:${id}`),
    ];
    await manager.query(
      `SELECT pg_advisory_xact_lock(hashtextextended(key, 3))
       FROM unnest($1::text[]) WITH ORDINALITY AS wanted(key, place) ORDER BY place`,
      [keys],
    );
  }

  async remember(manager: EntityManager, melding: CodedMelding): Promise<void> {
    await manager.query(
      `INSERT INTO triage_location_history
         (location_id, melding_id, kind, submitter_key, received_at, violence_or_unexplained_injury)
       SELECT DISTINCT location, $2::uuid, $3, $4, $5::timestamptz, $6::boolean FROM unnest($1::text[]) AS location`,
      [
        melding.locationIds,
        melding.meldingId,
        melding.kind,
        melding.submitterKey,
        melding.receivedAt,
        reportsViolenceOrUnexplainedInjury(melding.answers),
      ],
    );
  }

  /**
   * Cases of the same locations whose level the given melding may raise, by id. A superset; the policy decides.
   * R-C8 works in both directions, so reports of violence by others that are not raised by it yet; B-1 looks back,
   * so what was received later than this melding and still has room to rise (domain.md 3.6.3).
   */
  async casesThatMayRise(manager: EntityManager, melding: CodedMelding): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT c.id FROM (
         SELECT melding_id, 'VIOLENCE' AS why FROM triage_location_history h
         WHERE $5::boolean AND h.violence_or_unexplained_injury AND ${ABOUT_THE_SAME_BY_OTHERS}
           AND h.received_at BETWEEN $3::timestamptz - $6::interval AND $3::timestamptz + $6::interval
         UNION
         SELECT melding_id, 'LATER' FROM triage_location_history h
         WHERE ${ABOUT_THE_SAME_BY_OTHERS}
           AND h.received_at BETWEEN $3::timestamptz AND $3::timestamptz + $6::interval) AS h
       JOIN triage_case c ON c.melding_id = h.melding_id
       WHERE CASE h.why WHEN 'VIOLENCE' THEN NOT c.reasons @> '[{"code": "R-C8"}]' ELSE c.level IN ('NORMAL', 'LOW') END
       GROUP BY c.id ORDER BY c.id`,
      [
        melding.locationIds,
        melding.meldingId,
        melding.receivedAt,
        melding.submitterKey,
        reportsViolenceOrUnexplainedInjury(melding.answers),
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
  async around(manager: EntityManager, locationId: string, judged: JudgedMelding): Promise<OtherMelding[]> {
    const rows = await manager.query<OtherMeldingRow[]>(
      `WITH RECURSIVE alike AS (
         (SELECT submitter, kind, violence_or_unexplained_injury AS violence FROM triage_location_history
          WHERE location_id = $1 ORDER BY submitter, kind, violence_or_unexplained_injury LIMIT 1)
         UNION ALL
         SELECT further.* FROM alike a CROSS JOIN LATERAL (
           SELECT h.submitter, h.kind, h.violence_or_unexplained_injury FROM triage_location_history h
           WHERE h.location_id = $1
             AND (h.submitter, h.kind, h.violence_or_unexplained_injury) > (a.submitter, a.kind, a.violence)
           ORDER BY h.submitter, h.kind, h.violence_or_unexplained_injury LIMIT 1) AS further)
       SELECT nearest.kind, nearest.submitter_key, nearest.received_at, nearest.violence_or_unexplained_injury
       FROM alike a CROSS JOIN LATERAL (
         (SELECT h.* FROM triage_location_history h WHERE ${OF_THE_GROUP}
            AND h.received_at BETWEEN $2::timestamptz - $4::interval AND $2::timestamptz
          ORDER BY h.received_at DESC LIMIT 1)
         UNION ALL
         (SELECT h.* FROM triage_location_history h WHERE ${OF_THE_GROUP}
            AND h.received_at > $2 AND h.received_at <= $2::timestamptz + $4::interval
          ORDER BY h.received_at LIMIT 1)) AS nearest
       ORDER BY nearest.violence_or_unexplained_injury DESC, abs(extract(epoch FROM nearest.received_at - $2))
       LIMIT ${ENOUGH}`,
      [locationId, judged.receivedAt, judged.meldingId, `${HORIZON_DAYS} days`],
    );
    return rows.map((row) => ({
      kind: row.kind,
      submitterKey: row.submitter_key,
      hoursAgo: (judged.receivedAt.getTime() - row.received_at.getTime()) / HOUR_MS,
      violenceOrUnexplainedInjury: row.violence_or_unexplained_injury,
    }));
  }
}

interface OtherMeldingRow {
  kind: Kind;
  submitter_key: string | null;
  received_at: Date;
  violence_or_unexplained_injury: boolean;
}
