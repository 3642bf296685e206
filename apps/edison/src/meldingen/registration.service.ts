import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { MeldingTimelineService } from '../dossier/melding-timeline.service.js';
import { Location } from '../locations/location.entity.js';
import { CaseNumbersService } from './case-numbers.service.js';
import type { MeldingContent } from './melding-content.js';
import { MeldingLink } from './melding-link.entity.js';
import { missingIfMatch, staleVersion, unknownLocations } from './melding.problems.js';
import { decideRegistration } from './registration.policy.js';

export interface Registration {
  outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED';
  link: MeldingLink;
}

/** Registers meldingen and keeps them up to date, once in effect however often the same is sent. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly numbers: CaseNumbersService,
    private readonly timeline: MeldingTimelineService,
  ) {}

  /**
   * @param ifMatch the `If-Match` header; needed to change what is registered
   * @throws ProblemException 412, 422 or 428
   */
  put(meldingId: string, content: MeldingContent, ifMatch: string | undefined): Promise<Registration> {
    return this.dataSource.transaction(async (manager) => {
      const first = await this.tryPut(manager, meldingId, content, ifMatch);
      // Nothing: another call created the same melding meanwhile. It is there now, so this one compares with it.
      const done = first ?? (await this.tryPut(manager, meldingId, content, ifMatch));
      if (done === undefined) throw staleVersion();
      return done;
    });
  }

  private async tryPut(
    manager: EntityManager,
    meldingId: string,
    content: MeldingContent,
    ifMatch: string | undefined,
  ): Promise<Registration | undefined> {
    const link = await manager.findOne(MeldingLink, {
      where: { meldingId },
      lock: { mode: 'pessimistic_write' },
    });
    const current = link === null ? null : { version: link.version, content: link };
    switch (decideRegistration(current, content, ifMatch)) {
      case 'CREATE':
        return this.create(manager, meldingId, content);
      case 'UPDATE':
        return link === null ? undefined : this.update(manager, link, content);
      case 'UNCHANGED':
        return link === null ? undefined : { outcome: 'UNCHANGED', link };
      case 'REFUSE_STALE':
        throw staleVersion();
      case 'REFUSE_WITHOUT_IF_MATCH':
        throw missingIfMatch();
    }
  }

  private async create(
    manager: EntityManager,
    meldingId: string,
    content: MeldingContent,
  ): Promise<Registration | undefined> {
    await this.requireKnownLocations(manager, content.locationIds);
    const now = this.clock.now();
    const numbers = await this.numbers.next(manager);
    const row = { meldingId, ...numbers, version: 1, ...content, registeredAt: now, changedAt: now };
    const result = await manager
      .createQueryBuilder()
      .insert()
      .into(MeldingLink)
      .values(row)
      .orIgnore()
      .returning('melding_id')
      .execute();
    const rows: unknown = result.raw;
    if (!Array.isArray(rows) || rows.length === 0) return undefined;
    const link = manager.create(MeldingLink, row);
    await this.timeline.show(manager, link);
    return { outcome: 'CREATED', link };
  }

  private async update(
    manager: EntityManager,
    link: MeldingLink,
    content: MeldingContent,
  ): Promise<Registration> {
    await this.requireKnownLocations(manager, content.locationIds);
    Object.assign(link, content, { version: link.version + 1, changedAt: this.clock.now() });
    const { meldingId, ...fields } = link;
    await manager.update(MeldingLink, { meldingId }, fields);
    await this.timeline.show(manager, link);
    return { outcome: 'UPDATED', link };
  }

  private async requireKnownLocations(manager: EntityManager, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const known = await manager.find(Location, { select: { id: true }, where: { id: In(ids) } });
    const knownIds = new Set(known.map(({ id }) => id));
    const unknown = ids.flatMap((id, place) => (knownIds.has(id) ? [] : [place]));
    if (unknown.length > 0) throw unknownLocations(unknown);
  }
}
