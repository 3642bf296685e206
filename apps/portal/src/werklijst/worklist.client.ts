import { Injectable } from '@nestjs/common';
import type { CaseStatus, Kind, Level, Queue } from '#contracts';
import { BackendClient } from '../backend/backend-client.js';
import { PortalConfig } from '../portal.config.js';
import type { StaffSession } from '../session/staff-session.js';
import { worklistQuery, type WorklistFilter } from './worklist-filter.js';

/** A line of `GET /api/v1/worklist` (contract.md 4). */
export interface WorklistItem {
  id: string;
  reference: string;
  kind: Kind;
  kindLabel: string;
  level: Level;
  location: { id: string; name: string | null; municipality: string | null } | null;
  queue: Queue;
  assignee: string | null;
  assigneeName: string | null;
  status: CaseStatus;
  statusLabel: string;
  dueAt: string;
  /** Null once somebody picked it up. */
  pickUpBy: string | null;
  receivedAt: string;
}

export interface WorklistPage {
  items: WorklistItem[];
  nextCursor: string | null;
}

@Injectable()
export class WorklistClient {
  constructor(
    private readonly backend: BackendClient,
    private readonly config: PortalConfig,
  ) {}

  page(session: StaffSession, filter: WorklistFilter): Promise<WorklistPage> {
    return this.backend.get<WorklistPage>(
      this.config.TRIAGE_URL,
      `/api/v1/worklist${worklistQuery(filter)}`,
      {
        token: session.accessToken,
      },
    );
  }
}
