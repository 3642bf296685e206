import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MeldingLink } from '../meldingen/melding-link.entity.js';
import { TimelineService } from './timeline.service.js';

/** Shows a melding in the dossier of each of its locations, or in the dossier "zonder locatie". */
@Injectable()
export class MeldingTimelineService {
  constructor(private readonly timeline: TimelineService) {}

  async show(manager: EntityManager, link: MeldingLink): Promise<void> {
    const subject = { type: 'MELDING', subjectId: link.meldingId } as const;
    const places = link.locationIds.length === 0 ? [null] : link.locationIds;
    await this.timeline.keepOnlyIn(manager, subject, link.locationIds);
    for (const locationId of places) {
      await this.timeline.put(manager, {
        ...subject,
        locationId,
        happenedAt: link.receivedAt,
        data: lineOf(link),
      });
    }
  }
}

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
