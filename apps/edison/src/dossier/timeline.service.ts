import { uuidv7 } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TimelineEntry } from './timeline-entry.entity.js';

export type NewTimelineEntry = Omit<TimelineEntry, 'id'>;

/** Writes lines in dossiers. */
@Injectable()
export class TimelineService {
  /** Writes a line, or replaces the line about the same subject in the same dossier. */
  async put(manager: EntityManager, entry: NewTimelineEntry): Promise<void> {
    await manager.query(
      `INSERT INTO timeline_entry (id, location_id, type, subject_id, happened_at, data) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (location_id, type, subject_id) DO UPDATE SET happened_at = excluded.happened_at, data = excluded.data`,
      [uuidv7(), entry.locationId, entry.type, entry.subjectId, entry.happenedAt, JSON.stringify(entry.data)],
    );
  }
}
