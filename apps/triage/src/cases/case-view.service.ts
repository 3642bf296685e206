import { labelNl } from '#contracts';
import { Clock, type Actor } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { allowedActions } from '../actions/handling.policy.js';
import { KnownLocation } from '../locations/known-location.entity.js';
import { StaffDirectory } from '../staff/staff-directory.js';
import type { CaseDto } from './case.dto.js';
import { CaseEvents } from './case-events.service.js';
import { clockDtos } from './clock.dto.js';
import { historyLineDto, type HistoryLineDto } from './history-line.dto.js';
import { locationDto } from './location.dto.js';
import { TriageCase } from './triage-case.entity.js';
import { WrittenReasons } from './written-reasons.service.js';

/** Shows a case to somebody, with what that person can do. */
@Injectable()
export class CaseView {
  constructor(
    private readonly events: CaseEvents,
    private readonly reasons: WrittenReasons,
    private readonly staff: StaffDirectory,
    private readonly clock: Clock,
  ) {}

  async show(manager: EntityManager, id: string, actor: Actor): Promise<CaseDto> {
    const theCase = await manager.findOneByOrFail(TriageCase, { id });
    const { locationId } = theCase;
    const location = locationId === null ? null : await manager.findOneBy(KnownLocation, { id: locationId });
    const history = await this.history(manager, theCase);
    return {
      id,
      ...ofMelding(theCase),
      ...ofUrgency(theCase),
      ...ofHandling(theCase),
      assigneeName: theCase.assignee === null ? null : this.nameOf(theCase.assignee),
      clocks: clockDtos(theCase.clocks, theCase.pickedUpAt, this.clock.now()),
      location: locationDto(locationId, location),
      allowedActions: allowedActions(
        { ...actor, username: actor.id },
        { ...theCase, spoc: location?.spoc ?? null },
      ),
      history,
    };
  }

  private async history(manager: EntityManager, theCase: TriageCase): Promise<HistoryLineDto[]> {
    const events = await this.events.of(manager, theCase.id);
    return events.map((event) =>
      historyLineDto(event, this.reasons.open(theCase, event.sealedReason), (username) =>
        this.nameOf(username),
      ),
    );
  }

  private nameOf(username: string): string | null {
    return this.staff.find(username)?.name ?? null;
  }
}

const ofMelding = ({ meldingId, reference, kind, locationIds, receivedAt, openedAt }: TriageCase) => ({
  meldingId,
  reference,
  kind,
  kindLabel: labelNl('kind', kind),
  locationIds,
  receivedAt: receivedAt.toISOString(),
  openedAt: openedAt.toISOString(),
});

const ofUrgency = ({ level, reasons, flags, policyVersion, textRead, dueAt }: TriageCase) => ({
  level,
  levelLabel: labelNl('level', level),
  reasons,
  flags,
  policyVersion,
  textAssessed: textRead,
  dueAt: dueAt.toISOString(),
});

const ofHandling = ({ queue, team, handlerRole, assignee, status, version }: TriageCase) => ({
  queue,
  queueLabel: labelNl('queue', queue),
  team,
  teamLabel: labelNl('team', team),
  handlerRole,
  handlerRoleLabel: labelNl('handlerRole', handlerRole),
  assignee,
  status,
  statusLabel: labelNl('status', status),
  version,
});
