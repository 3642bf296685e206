import { Gathered } from '#messaging';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Clock } from '../clock/clock.js';
import { uuidv7 } from '../clock/uuidv7.js';
import { payloadOf } from './audit-payload.js';

export interface AuditEntry {
  /** `SYSTEM` for what a service does by itself. */
  actor: Pick<Actor, 'kind' | 'id'> | 'SYSTEM';
  /** What was done, e.g. `READ_MELDING`, `ASSIGN`. */
  action: string;
  /** Id of what it was done to. */
  subject: string;
  /** Why it was looked at, as a code (domain.md 9.8): whatever people type may hold a name. */
  purpose?: Uppercase<string>;
  /** Codes and ids only; never a name or a text. */
  detail?: Record<string, string | number | boolean | null | string[]>;
}

/** Append-only log of who read and changed what, chained by hashes so that tampering shows (architecture 6). */
@Injectable()
export class AuditLog {
  private readonly gathered = new Gathered(async (manager: EntityManager, entries: AuditEntry[]) => {
    await this.recordAll(manager, entries);
    return entries;
  });

  constructor(private readonly clock: Clock) {}

  /** Writes an entry in the transaction of what it tells; it is chained when that transaction commits. */
  async record(manager: EntityManager, entry: AuditEntry): Promise<void> {
    await this.gathered.ask(manager, entry);
  }

  /** As `record`, for several; they are chained in this order. */
  async recordAll(manager: EntityManager, entries: AuditEntry[]): Promise<void> {
    const rows = entries.map((entry) => this.row(entry));
    await manager.query(
      `INSERT INTO platform_audit_entry (id, at, actor_kind, actor_id, action, subject, purpose, payload)
       SELECT id, at, actor_kind, actor_id, action, subject, purpose, payload
       FROM jsonb_to_recordset($1::jsonb) AS entry(id uuid, at timestamptz, actor_kind text, actor_id text,
         action text, subject text, purpose text, payload text, place integer)
       ORDER BY place`,
      [JSON.stringify(rows.map((row, place) => ({ ...row, place })))],
    );
  }

  private row(entry: AuditEntry) {
    const actor = entry.actor === 'SYSTEM' ? { kind: 'SYSTEM', id: 'SYSTEM' } : entry.actor;
    const row = {
      id: uuidv7(),
      at: this.clock.now().toISOString(),
      actorKind: actor.kind,
      actorId: actor.id,
      action: entry.action,
      subject: entry.subject,
      purpose: entry.purpose ?? null,
    };
    const { actorKind: actor_kind, actorId: actor_id, ...same } = row;
    return { ...same, actor_kind, actor_id, payload: payloadOf({ ...row, detail: entry.detail ?? null }) };
  }
}
