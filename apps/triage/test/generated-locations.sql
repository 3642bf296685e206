-- Locations $1..$2, each value following from the number by a hash. A few teams have most of them.
INSERT INTO triage_location (id, revision, name, municipality, province, search_text, spoc, licence_state,
  enforcement_state, changed_at)
SELECT 'G' || lpad(n::text, 5, '0'), 1, 'Opvang ' || n, 'Verzonnendorp ' || h % 300,
  CASE WHEN h % 100 < 35 THEN 'Antwerpen' WHEN h % 100 < 65 THEN 'Oost-Vlaanderen'
    WHEN h % 100 < 85 THEN 'West-Vlaanderen' WHEN h % 100 < 95 THEN 'Limburg' END,
  'opvang ' || n || ' verzonnendorp ' || h % 300,
  CASE WHEN h % 20 = 0 THEN 'kb.ko.' || h % 40 END, 'VERGUND', 'GEEN', timestamptz '2020-01-01'
FROM generate_series($1::int, $2::int) AS n
CROSS JOIN LATERAL (SELECT ('x' || left(md5('location' || n), 7))::bit(28)::int AS h) AS hashed
ON CONFLICT DO NOTHING
