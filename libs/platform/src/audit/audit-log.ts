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
  constructor(private readonly clock: Clock) {}

  /** Writes an entry in the transaction of what it tells; it is chained when that transaction commits. */
  async record(manager: EntityManager, entry: AuditEntry): Promise<void> {
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
    await manager.query(
      `INSERT INTO platform_audit_entry (id, at, actor_kind, actor_id, action, subject, purpose, payload)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [...Object.values(row), payloadOf({ ...row, detail: entry.detail ?? null })],
    );
  }
}
