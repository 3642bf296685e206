import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { encodeCursor, isIdPosition, pageOf, positionIn } from '#platform';
import type { AcceptedListingDto, AcceptedPageDto } from './accepted-listing.dto.js';
import type { AcceptedPeriodQuery } from './accepted-period.query.dto.js';
import { firstIdAt } from './first-id-at.js';

/** Ids are made by the clock of the process, moments in the database by its own. */
const CLOCK_DIFFERENCE_MS = 2 * 86_400_000;

interface AcceptedRow extends Omit<AcceptedListingDto, 'receivedAt' | 'acceptedAt'> {
  receivedAt: Date;
  acceptedAt: Date;
}

/** Reads which meldingen were accepted: the count that no other service can make, since it may not have heard of one. */
@Injectable()
export class AcceptedReader {
  /** In order of acceptance. A letter counts when it was received in the period, and also when it was entered in it. */
  async page(manager: EntityManager, query: AcceptedPeriodQuery): Promise<AcceptedPageDto> {
    const { receivedFrom, receivedUntil, limit, cursor } = query;
    const rows = await manager.query<AcceptedRow[]>(
      `SELECT id AS "meldingId", reference, kind, received_at AS "receivedAt", created_at AS "acceptedAt",
              to_char(fact_day, 'YYYY-MM-DD') AS "factDate", location_ids AS "locationIds", themes
       FROM melding
       WHERE id > $3
         AND (received_at >= $1 AND received_at < $2 OR created_at >= $1 AND created_at < $2)
       ORDER BY id LIMIT $4`,
      [receivedFrom, receivedUntil, this.after(receivedFrom, cursor), limit + 1],
    );
    return pageOf(rows, limit, listing, ({ meldingId }) => encodeCursor(meldingId));
  }

  /** Nothing is received after it was accepted, so that older ids need not be read. */
  private after(receivedFrom: string, cursor: string | undefined): string {
    if (cursor !== undefined) return positionIn(cursor, isIdPosition);
    return firstIdAt(new Date(new Date(receivedFrom).getTime() - CLOCK_DIFFERENCE_MS));
  }
}

const listing = (row: AcceptedRow): AcceptedListingDto => ({
  ...row,
  receivedAt: row.receivedAt.toISOString(),
  acceptedAt: row.acceptedAt.toISOString(),
});
