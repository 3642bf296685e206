import { SAFETY_KINDS, type Kind } from '#contracts';
import type { EntityManager } from 'typeorm';
import type { OtherMelding } from '../urgency/index.js';

/** Wider than every window of the policy, on both sides of the receipt; the policy itself draws the border. */
export const HORIZON_DAYS = 92;
/** So many groups of meldingen alike are read one by one: nearly every location has fewer. */
const FEW_GROUPS = 8;
/** More groups than one location can have. */
const ALL = 1_000_000_000;
/** Where there are more, so many of the nearest are read. */
const NEAREST = 100;
/** More submitters than any rule counts up to, of one kind, before or after. */
const ENOUGH = 25;
/** As few submitters as this among the nearest means that a burst of theirs may hide others. */
const HIDING = 10;
const HOUR_MS = 3_600_000;

/** The melding whose surroundings are asked for. */
export interface JudgedMelding {
  meldingId: string;
  receivedAt: Date;
}

export interface AskedAround extends JudgedMelding {
  locationId: string;
}

interface Near {
  place: number;
  kind: Kind | null;
  submitterKey: string | null;
  receivedAt: Date;
  violence: boolean;
}

/** With how many rows it stands for. */
interface RankedNear extends Near {
  side: 'BEFORE' | 'AFTER';
  alike: number;
}

const ASKED = `unnest($1::text[], $2::timestamptz[], $3::uuid[])
  WITH ORDINALITY AS j(location_id, received_at, melding_id, place)`;
const COUNTED = SAFETY_KINDS.map((kind) => `'${kind}'`).join(', ');
const ROW = `h.kind, h.submitter_key AS "submitterKey", h.received_at AS "receivedAt",
  h.violence_or_unexplained_injury AS violence`;
const HORIZON = `interval '${HORIZON_DAYS} days'`;
const BEFORE = `h.received_at BETWEEN j.received_at - ${HORIZON} AND j.received_at`;
const AFTER = `h.received_at > j.received_at AND h.received_at <= j.received_at + ${HORIZON}`;
const OF_THE_GROUP = `h.location_id = j.location_id AND h.submitter = a.submitter AND h.kind = a.kind
  AND h.violence_or_unexplained_injury = a.violence AND h.melding_id <> j.melding_id`;

/**
 * The nearest of each group of meldingen alike: of one submitter, kind and gravity. Each group is found by a step in the
 * index. Where there are more groups than `most`, it tells only that.
 */
const groups = (most: number): string => `
  WITH RECURSIVE alike AS (
    (SELECT submitter, kind, violence_or_unexplained_injury AS violence FROM triage_location_history
     WHERE location_id = j.location_id ORDER BY submitter, kind, violence_or_unexplained_injury LIMIT 1)
    UNION ALL
    SELECT further.* FROM alike a CROSS JOIN LATERAL (
      SELECT h.submitter, h.kind, h.violence_or_unexplained_injury FROM triage_location_history h
      WHERE h.location_id = j.location_id
        AND (h.submitter, h.kind, h.violence_or_unexplained_injury) > (a.submitter, a.kind, a.violence)
      ORDER BY h.submitter, h.kind, h.violence_or_unexplained_injury LIMIT 1) AS further),
  known AS MATERIALIZED (SELECT * FROM alike LIMIT ${most} + 1)
  SELECT (SELECT count(*) FROM known)::integer AS groups, near.*
  FROM known a LEFT JOIN LATERAL (
    (SELECT ${ROW} FROM triage_location_history h
     WHERE (SELECT count(*) FROM known) <= ${most} AND ${OF_THE_GROUP} AND ${BEFORE}
     ORDER BY h.received_at DESC LIMIT 1)
    UNION ALL
    (SELECT ${ROW} FROM triage_location_history h
     WHERE (SELECT count(*) FROM known) <= ${most} AND ${OF_THE_GROUP} AND ${AFTER}
     ORDER BY h.received_at LIMIT 1)) AS near ON true`;

const ALL_GROUPS = `SELECT j.place::integer AS place, g.* FROM ${ASKED} CROSS JOIN LATERAL (${groups(ALL)}) AS g`;
const SOME_GROUPS = `SELECT j.place::integer AS place, g.* FROM ${ASKED}
  CROSS JOIN LATERAL (${groups(FEW_GROUPS)}) AS g`;

/**
 * What was told before or after, of violence or without. Without it only safety kinds count for a rule (B-1,
 * domain.md 3.6.3), so questions and feedback, however many, may not stand before them. The horizon is held against what was read only: with both
 * bounds PostgreSQL expects a handful of rows, and reads and sorts all there are instead of stepping through the index.
 */
const nearest = (side: 'BEFORE' | 'AFTER', violence: 'VIOLENT' | 'CALM', most: number): string => `
  (SELECT '${side}' AS side, n.*, ${violence === 'VIOLENT'} AS violence,
     abs(extract(epoch FROM n.received_at - j.received_at)) AS distance
   FROM (SELECT h.submitter, h.kind, h.submitter_key, h.received_at FROM triage_location_history h
     WHERE h.location_id = j.location_id AND h.melding_id <> j.melding_id
       AND ${violence === 'CALM' ? `h.kind IN (${COUNTED}) AND NOT` : ''} h.violence_or_unexplained_injury
       AND h.received_at ${side === 'BEFORE' ? '<=' : '>'} j.received_at
     ORDER BY h.received_at ${side === 'BEFORE' ? 'DESC' : 'ASC'} LIMIT ${most}) AS n
   WHERE n.received_at BETWEEN j.received_at - ${HORIZON} AND j.received_at + ${HORIZON})`;
const NEAREST_OF_MANY = `
  SELECT j.place::integer AS place, near.* FROM ${ASKED} CROSS JOIN LATERAL (
    SELECT h.kind, h.submitter_key AS "submitterKey", h.received_at AS "receivedAt", h.violence, h.side,
      h.alike::integer
    FROM (
      SELECT g.*, row_number() OVER (PARTITION BY g.side, g.violence, g.kind ORDER BY g.distance) AS turn
      FROM (
        SELECT side, violence, kind, submitter, submitter_key, min(distance) AS distance, count(*) AS alike,
          CASE side WHEN 'BEFORE' THEN max(received_at) ELSE min(received_at) END AS received_at
        FROM (${nearest('BEFORE', 'CALM', NEAREST)} UNION ALL ${nearest('AFTER', 'CALM', HIDING)}
          UNION ALL ${nearest('BEFORE', 'VIOLENT', NEAREST)} UNION ALL ${nearest('AFTER', 'VIOLENT', NEAREST)}) AS w
        GROUP BY side, violence, kind, submitter, submitter_key) AS g) AS h
    WHERE h.turn <= ${ENOUGH}) AS near`;

/**
 * The other meldingen about locations around the receipt of each that is asked for. Of many alike from one submitter
 * only the nearest before and after is told: rules count submitters. A location of which much is told is answered from
 * the nearest of each kind, as far as more could not change what a rule says; so neither a burst of one person nor one
 * of many slows the judging of all.
 */
export async function surroundings(manager: EntityManager, asked: AskedAround[]): Promise<OtherMelding[][]> {
  const found = await read<Near & { groups: number }>(manager, SOME_GROUPS, asked);
  const many = asked.filter((_one, place) => (found[place]?.[0]?.groups ?? 0) > FEW_GROUPS);
  const ofMany = new Map<AskedAround, Near[]>();
  if (many.length > 0) {
    const near = await read<RankedNear>(manager, NEAREST_OF_MANY, many);
    many.forEach((one, place) => ofMany.set(one, near[place]!));
    const hidden = many.filter((_one, place) => mayHide(near[place]!));
    const all = hidden.length > 0 ? await read(manager, ALL_GROUPS, hidden) : [];
    hidden.forEach((one, place) => ofMany.set(one, all[place]!));
  }
  return asked.map((one, place) => told(one, ofMany.get(one) ?? found[place]!));
}

/** Whether all that was read on a side, of violence or without, comes from so few that others may stand behind them. */
function mayHide(near: readonly RankedNear[]): boolean {
  return ['BEFORE', 'AFTER'].some((wanted) =>
    [true, false].some((violent) =>
      comesFromFew(near.filter(({ side, violence }) => side === wanted && violence === violent)),
    ),
  );
}

function comesFromFew(near: readonly RankedNear[]): boolean {
  const read = near.reduce((sum, { alike }) => sum + alike, 0);
  const anonymous = near.filter(({ submitterKey }) => submitterKey === null).length;
  const known = new Set(near.flatMap(({ submitterKey }) => submitterKey ?? [])).size;
  return read >= NEAREST && known + anonymous < HIDING;
}

/** The rows of each that was asked for, in their order. */
async function read<R extends Near>(
  manager: EntityManager,
  sql: string,
  asked: AskedAround[],
): Promise<R[][]> {
  const rows = await manager.query<R[]>(sql, [
    asked.map(({ locationId }) => locationId),
    asked.map(({ receivedAt }) => receivedAt),
    asked.map(({ meldingId }) => meldingId),
  ]);
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return asked.map((_one, index) => byPlace.get(index + 1) ?? []);
}

const told = ({ receivedAt }: AskedAround, rows: readonly Near[]): OtherMelding[] =>
  rows.flatMap(({ kind, submitterKey, receivedAt: at, violence }) =>
    kind === null
      ? []
      : [
          {
            kind,
            submitterKey,
            hoursAgo: (receivedAt.getTime() - at.getTime()) / HOUR_MS,
            violenceOrUnexplainedInjury: violence,
          },
        ],
  );
