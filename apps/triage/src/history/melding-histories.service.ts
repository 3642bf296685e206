import type { CodedMelding } from '#contracts';
import { Gathered } from '#messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { reportsViolenceOrUnexplainedInjury, type OtherMelding } from '../urgency/index.js';
import { HORIZON_DAYS, surroundings, type AskedAround, type JudgedMelding } from './surroundings.js';

/** Two anonymous meldingen may come from two people. */
const ABOUT_THE_SAME_BY_OTHERS = `h.location_id = a.location_id AND h.melding_id <> ALL ($2::uuid[])
  AND (h.submitter_key IS NULL OR a.submitter_key IS NULL OR h.submitter_key <> a.submitter_key)`;
const ROWS = `SELECT * FROM jsonb_to_recordset($1::jsonb) AS row(location_id text, melding_id uuid, kind text,
  submitter_key text, received_at timestamptz, violence_or_unexplained_injury boolean)`;

/** Which meldingen came in about which location: triage's own projection, codes only. */
@Injectable()
export class MeldingHistories {
  private readonly asked = new Gathered((manager: EntityManager, asked: AskedAround[]) =>
    surroundings(manager, asked),
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

  /** The other meldingen about a location around the receipt of one, see `surroundings`. */
  around(manager: EntityManager, locationId: string, judged: JudgedMelding): Promise<OtherMelding[]> {
    return this.asked.ask(manager, { ...judged, locationId });
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
