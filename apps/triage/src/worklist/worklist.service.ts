import {
  labelNl,
  type CaseStatus,
  type HandlerRole,
  type Kind,
  type Level,
  type Queue,
  type Team,
} from '#contracts';
import { Clock, pageOf, type Actor } from '#platform';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { locationDto } from '../cases/location.dto.js';
import { pickUpBy, type StoredClock } from '../cases/stored-clock.js';
import { StaffDirectory } from '../staff/staff-directory.js';
import type { Flag } from '../urgency/index.js';
import type { WorklistItemDto, WorklistPageDto } from './worklist-item.dto.js';
import { cursorOf } from './worklist-position.js';
import type { WorklistQuery } from './worklist-query.dto.js';
import { worklistStatement } from './worklist.statement.js';

/** The work that somebody sees, most urgent first. */
@Injectable()
export class Worklist {
  constructor(
    private readonly manager: EntityManager,
    private readonly staff: StaffDirectory,
    private readonly clock: Clock,
  ) {}

  async page(query: WorklistQuery, actor: Actor): Promise<WorklistPageDto> {
    const { text, values } = worklistStatement(query, actor);
    const rows = await this.manager.query<WorklistRow[]>(text, values);
    return pageOf(
      rows,
      query.limit,
      (row) => this.item(row),
      ({ urgency, due_at, id }) => cursorOf({ urgency, dueAt: due_at.toISOString(), id }),
    );
  }

  private item(row: WorklistRow): WorklistItemDto {
    const { id, reference, kind, level, queue, team, assignee, status, flags } = row;
    const { name, municipality } = row;
    return {
      id,
      meldingId: row.melding_id,
      reference,
      kind,
      kindLabel: labelNl('kind', kind),
      level,
      levelLabel: labelNl('level', level),
      location: locationDto(
        row.location_id,
        name === null || municipality === null ? null : { name, municipality },
      ),
      queue,
      team,
      handlerRole: row.handler_role,
      assignee,
      assigneeName: assignee === null ? null : (this.staff.find(assignee)?.name ?? null),
      status,
      statusLabel: labelNl('status', status),
      dueAt: row.due_at.toISOString(),
      overdue: row.due_at < this.clock.now(),
      pickUpBy: row.picked_up_at === null ? (pickUpBy(row.clocks)?.toISOString() ?? null) : null,
      receivedAt: row.received_at.toISOString(),
      flags,
      reasons: row.reason_codes,
    };
  }
}

interface WorklistRow {
  id: string;
  melding_id: string;
  reference: string;
  kind: Kind;
  level: Level;
  urgency: number;
  location_id: string | null;
  name: string | null;
  municipality: string | null;
  queue: Queue;
  team: Team;
  handler_role: HandlerRole;
  assignee: string | null;
  status: CaseStatus;
  due_at: Date;
  clocks: StoredClock[];
  picked_up_at: Date | null;
  received_at: Date;
  flags: Flag[];
  reason_codes: string[];
}
