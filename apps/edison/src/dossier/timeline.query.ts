import { encodeCursor, pageOf, positionIn } from '#platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { DossierPageDto, TimelineEntryDto, type DossierQuery } from './dossier.dto.js';
import { isMomentPosition, type MomentPosition } from './moment-position.js';
import { TimelineEntry } from './timeline-entry.entity.js';

/** Reads a dossier, newest first. */
@Injectable()
export class TimelineQuery {
  /** @param locationId null for the dossier "zonder locatie" */
  async page(
    manager: EntityManager,
    locationId: string | null,
    query: DossierQuery,
  ): Promise<DossierPageDto> {
    const select = manager
      .createQueryBuilder(TimelineEntry, 'entry')
      .where(locationId === null ? 'entry.locationId IS NULL' : 'entry.locationId = :locationId', {
        locationId,
      })
      .orderBy('entry.happenedAt', 'DESC')
      .addOrderBy('entry.id', 'DESC')
      .limit(query.limit + 1);
    if (query.type !== undefined) select.andWhere('entry.type = :type', { type: query.type });
    if (query.cursor !== undefined) {
      const position = positionIn(query.cursor, isMomentPosition);
      select.andWhere('(entry.happenedAt, entry.id) < (:at::timestamptz, :id::uuid)', position);
    }
    return pageOf(await select.getMany(), query.limit, shown, (entry) =>
      encodeCursor({ at: entry.happenedAt.toISOString(), id: entry.id } satisfies MomentPosition),
    );
  }
}

const shown = (entry: TimelineEntry): TimelineEntryDto => ({
  id: entry.id,
  type: entry.type,
  subjectId: entry.subjectId,
  happenedAt: entry.happenedAt.toISOString(),
  data: entry.data,
});
