import { encodeCursor, pageOf, positionIn } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isMomentPosition, type MomentPosition } from '../dossier/moment-position.js';
import type { MeldingListDto, MeldingListQuery } from './melding-list.dto.js';
import { MeldingLink } from './melding-link.entity.js';
import { registeredMeldingOf } from './registered-melding.dto.js';

/** Meldingen received in a period, so that another system can compare its own list with ours. */
@Injectable()
export class MeldingListReader {
  async page(manager: EntityManager, query: MeldingListQuery): Promise<MeldingListDto> {
    const select = manager
      .createQueryBuilder(MeldingLink, 'link')
      .where('link.receivedAt >= :from AND link.receivedAt < :until', {
        from: query.receivedFrom,
        until: query.receivedUntil,
      })
      .orderBy('link.receivedAt')
      .addOrderBy('link.meldingId')
      .limit(query.limit + 1);
    if (query.cursor !== undefined) {
      const position = positionIn(query.cursor, isMomentPosition);
      select.andWhere('(link.receivedAt, link.meldingId) > (:at::timestamptz, :id::uuid)', position);
    }
    return pageOf(await select.getMany(), query.limit, registeredMeldingOf, (link) =>
      encodeCursor({ at: link.receivedAt.toISOString(), id: link.meldingId } satisfies MomentPosition),
    );
  }
}
