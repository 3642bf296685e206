import type { MeldingLink } from '../meldingen/melding-link.entity.js';

/**
 * Common table expressions that show meldingen in the dossier of each of their locations, or in the dossier "zonder
 * locatie". They stand behind `asked (melding_id, received_at, location_ids, line, entry_ids, entry_places)`, with the
 * values of `linesOf`, and behind `updated` and `written` (melding_id): what changed, and what was written at all.
 */
export const MELDING_TIMELINE = `
  gone AS (
    DELETE FROM timeline_entry t USING updated JOIN asked a USING (melding_id)
    WHERE t.type = 'MELDING' AND t.subject_id = a.melding_id::text
      AND (t.location_id <> ALL (a.location_ids)
        OR (t.location_id IS NULL AND cardinality(a.location_ids) > 0))),
  shown AS (
    INSERT INTO timeline_entry (id, location_id, type, subject_id, happened_at, data)
    SELECT e.id, e.place, 'MELDING', a.melding_id::text, a.received_at, a.line
    FROM written JOIN asked a USING (melding_id), unnest(a.entry_ids, a.entry_places) AS e(id, place)
    ON CONFLICT (location_id, type, subject_id) DO UPDATE
      SET happened_at = excluded.happened_at, data = excluded.data)`;

/** @param newId an id for each line */
export const linesOf = (link: MeldingLink, newId: () => string) => {
  const places = link.locationIds.length === 0 ? [null] : link.locationIds;
  return { line: lineOf(link), entry_ids: places.map(newId), entry_places: places };
};

const lineOf = (link: MeldingLink): Record<string, unknown> => ({
  reference: link.reference,
  dossierNumber: link.dossierNumber,
  zaakNumber: link.zaakNumber,
  kind: link.kind,
  themes: link.themes,
  level: link.level,
  status: link.status,
  outcome: link.outcome,
});
