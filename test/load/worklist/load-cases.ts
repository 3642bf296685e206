import type pg from 'pg';

const AT_ONCE = 20_000;

/**
 * Cases up to so many in all, the same for the same numbers: each value follows from the number of the case by a hash.
 * Nine in ten are closed, as after some years of work; the others are spread over levels, teams and handlers.
 */
export async function loadCases(
  triage: pg.Client,
  from: number,
  until: number,
  progress: (done: number) => void,
): Promise<void> {
  for (let first = from; first < until; first += AT_ONCE) {
    const last = Math.min(first + AT_ONCE, until) - 1;
    await triage.query(INSERT, [first, last]);
    progress(last + 1 - from);
  }
  await triage.query('ANALYZE triage_case');
}

const INSERT = `
  INSERT INTO triage_case (id, melding_id, reference, reference_key, kind, facts, location_id, location_ids, received_at,
    opened_at, level, reasons, flags, policy_version, text_read, queue, team, handler_role, status, assignee, clocks,
    due_at, picked_up_at, triaged_at, crisis_raised_at, crisis_acknowledged_at, note_key, version)
  SELECT overlay(overlay(md5('case' || n) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid,
    overlay(overlay(md5('melding' || n) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid,
    'OP-' || left(code, 4) || '-' || right(code, 4), code,
    'MELDING', '{}', place, ARRAY[place], received, received,
    CASE WHEN h % 100 = 0 THEN 'CRISIS' WHEN h % 100 < 20 THEN 'HIGH' WHEN h % 100 < 80 THEN 'NORMAL' ELSE 'LOW' END,
    '[{"code": "R-N1", "text": "Geladen voor een meting.", "evidence": []}]', '{}', '1', true,
    CASE WHEN h % 100 = 0 THEN 'CRISISWACHT' ELSE 'MELDINGEN' END,
    (ARRAY['CENTRAAL', 'WEST', 'OOST'])[1 + h % 3], 'KB_MC',
    CASE WHEN h % 10 > 0 THEN 'CLOSED_RESOLVED' ELSE 'TRIAGED' END,
    CASE WHEN h % 4 = 0 THEN 'kb.mc.een' END, '[]', received + interval '3 days', NULL, received, received, NULL, NULL, 1
  FROM generate_series($1::int, $2::int) AS n
  CROSS JOIN LATERAL (SELECT ('x' || left(md5('seed' || n), 7))::bit(28)::int AS h,
    translate(upper(left(md5('reference' || n), 8)), '01ABE', 'HJKMN') AS code) AS hashed
  CROSS JOIN LATERAL (SELECT 'L0' || (1 + h % 8) AS place,
    timestamptz '2020-01-01' + h * interval '0.6 seconds' AS received) AS placed
  ON CONFLICT DO NOTHING`;
