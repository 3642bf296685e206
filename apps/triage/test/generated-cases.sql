-- Cases $1..$2 at the locations 1..$3, the same for the same numbers: each value follows from the number of the case by
-- a hash. Nine in ten are closed, as after some years of work; one in two hundred is about the first location.
INSERT INTO triage_case (id, melding_id, reference, reference_key, kind, facts, location_id, location_ids, received_at,
  opened_at, level, reasons, flags, policy_version, text_read, queue, team, handler_role, status, assignee, clocks,
  due_at, picked_up_at, triaged_at, crisis_raised_at, crisis_acknowledged_at, note_key, version)
SELECT
  -- Like the ids of the service: by time, so that new rows come at the end of the index.
  (lpad(to_hex((extract(epoch FROM received) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3) || '8'
    || substr(hash, 4, 15))::uuid,
  (lpad(to_hex((extract(epoch FROM received) * 1000)::bigint), 12, '0') || '7' || substr(hash, 5, 3) || '9'
    || substr(hash, 8, 15))::uuid,
  'OP-' || left(code, 4) || '-' || right(code, 4), code, 'MELDING',
  '{"kind": "MELDING", "submitterType": "OUDER", "identityMode": "KNOWN", "answers": {"injury": "none"}}',
  place, ARRAY[place], received, received, level,
  '[{"code": "R-N1", "text": "Gegenereerd voor een meting.", "evidence": []}]', '{}', '1', true,
  CASE WHEN level = 'CRISIS' THEN 'CRISISWACHT' WHEN b % 11 = 0 THEN 'ALGEMEEN' ELSE 'REGIOTEAM' END,
  team,
  CASE WHEN b % 53 = 0 THEN 'klachtenbehandelaar' WHEN b % 5 = 0 THEN 'klantenbeheerder_kinderopvang'
    ELSE 'klantenbeheerder_meldingen_communicatie' END,
  status, CASE WHEN status <> 'TRIAGED' THEN 'kb.' || lower(team) || '.' || (b / 100) % 80 END,
  jsonb_build_array(jsonb_build_object('code', 'NORMAL', 'dueAt', due, 'steps', jsonb_build_array(
    jsonb_build_object('step', 'PICK_UP', 'dueAt', due), jsonb_build_object('step', 'FIRST_DECISION', 'dueAt', due)))),
  due, CASE WHEN status NOT IN ('TRIAGED', 'ASSIGNED') THEN received + interval '1 day' END, received,
  CASE WHEN level = 'CRISIS' THEN received END, NULL, NULL, 1
FROM generate_series($1::int, $2::int) AS n
CROSS JOIN LATERAL (SELECT md5('case' || n) AS hash) AS hashed
CROSS JOIN LATERAL (SELECT ('x' || left(hash, 7))::bit(28)::int AS a, ('x' || substr(hash, 8, 7))::bit(28)::int AS b,
  ('x' || substr(hash, 15, 7))::bit(28)::int AS c, ('x' || substr(hash, 22, 10))::bit(40)::bigint AS d,
  timestamptz '2020-01-01' + n * interval '200 seconds' AS received) AS drawn
CROSS JOIN LATERAL (SELECT
  (SELECT string_agg(substr('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + ((d >> place) & 31)::int, 1), '')
    FROM generate_series(0, 35, 5) AS place) AS code,
  CASE WHEN a % 200 = 0 THEN 1 ELSE 1 + a % $3::int END AS place_number,
  CASE WHEN b % 100 = 0 THEN 'CRISIS' WHEN b % 100 < 20 THEN 'HIGH' WHEN b % 100 < 80 THEN 'NORMAL' ELSE 'LOW' END AS level,
  CASE WHEN c % 10 > 0 THEN (ARRAY['CLOSED_RESOLVED', 'CLOSED_RESOLVED', 'CLOSED_UNFOUNDED', 'REFERRED', 'WITHDRAWN',
      'CLOSED_NOT_HANDLED'])[1 + d % 6]
    WHEN d % 20 < 8 THEN 'TRIAGED' WHEN d % 20 < 14 THEN 'ASSIGNED' WHEN d % 20 < 19 THEN 'IN_ASSESSMENT'
    ELSE 'INFO_REQUESTED' END AS status) AS chosen
CROSS JOIN LATERAL (SELECT 'G' || lpad(place_number::text, 5, '0') AS place,
  ('x' || left(md5('location' || place_number), 7))::bit(28)::int % 100 AS region,
  received + CASE level WHEN 'CRISIS' THEN interval '4 hours' WHEN 'HIGH' THEN interval '24 hours'
    WHEN 'NORMAL' THEN interval '14 days' ELSE interval '10 days' END AS due) AS placed
CROSS JOIN LATERAL (SELECT CASE WHEN region < 35 THEN 'REGIO_3' WHEN region < 65 THEN 'REGIO_2'
  WHEN region < 85 THEN 'REGIO_1' WHEN region < 95 THEN 'REGIO_4' ELSE 'CENTRAAL' END AS team) AS teamed
ON CONFLICT DO NOTHING
