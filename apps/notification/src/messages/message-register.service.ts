import { NOTIFICATION_REQUESTED, type MessagePurpose, type NotificationRequestedV1 } from '#contracts';
import { Gathered, Outbox } from '#messaging';
import { Clock, uuidv7 } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TemplateCatalogue } from '../templates/template-catalogue.js';
import { asRows } from './as-rows.js';
import { MessageDispatch } from './message-dispatch.service.js';
import { aboutMessage } from './message-events.js';
import type { Message, MessageFacts } from './message.entity.js';

export interface NewMessage {
  purpose: MessagePurpose;
  subjectId: string;
  reference: string;
  occasion: string;
  /** When what it tells of happened. */
  occurredAt: Date;
  recipientToken: string;
  staffUsername: string | null;
  facts: MessageFacts;
}

/** When a new message is handed to the workers: at once, or as soon as the melding is judged. */
type Release = 'AT_ONCE' | 'WHEN_JUDGED';

interface Entry extends NewMessage {
  id: string;
  template: string;
  templateVersion: string;
  requestedAt: Date;
  release: Release;
}

/** Null: it was registered before. */
type Entered = Pick<Message, 'releasedAt'> | null;

/** Where a message begins: one row for each occasion and recipient, however often the event arrives. */
@Injectable()
export class MessageRegister {
  private readonly gathered = new Gathered(enter);

  constructor(
    private readonly clock: Clock,
    private readonly templates: TemplateCatalogue,
    private readonly outbox: Outbox,
    private readonly dispatch: MessageDispatch,
  ) {}

  /** Registers a message that may leave at once, unless it is there already. */
  request(manager: EntityManager, asked: NewMessage): Promise<void> {
    return this.register(manager, asked, 'AT_ONCE');
  }

  /** Registers a message that waits until the melding is judged, unless it is there already. */
  requestWhenJudged(manager: EntityManager, asked: NewMessage): Promise<void> {
    return this.register(manager, asked, 'WHEN_JUDGED');
  }

  private async register(manager: EntityManager, asked: NewMessage, release: Release): Promise<void> {
    const { name: template, version: templateVersion } = this.templates.inForce(asked.purpose);
    const entry = {
      ...asked,
      id: uuidv7(),
      template,
      templateVersion,
      requestedAt: this.clock.now(),
      release,
    };
    const entered = await this.enter(manager, entry);
    if (entered === null) return;
    const data: NotificationRequestedV1 = {
      ...aboutMessage(entry),
      requestedAt: entry.requestedAt.toISOString(),
    };
    await this.outbox.publish(manager, { type: NOTIFICATION_REQUESTED, key: entry.id, data });
    if (entered.releasedAt !== null) await this.dispatch.enqueue(manager, entry);
  }

  /** The alert of a crisis waits for no other message. */
  private async enter(manager: EntityManager, entry: Entry): Promise<Entered> {
    if (entry.purpose !== 'DUTY_ALERT') return this.gathered.ask(manager, entry);
    const [entered] = await enter(manager, [entry]);
    return entered ?? null;
  }
}

async function enter(manager: EntityManager, entries: Entry[]): Promise<Entered[]> {
  const rows = await manager.query<{ id: string; releasedAt: Date | null }[]>(
    `INSERT INTO message (id, purpose, subject_id, reference, occasion, occurred_at, recipient_token, staff_username,
       template, template_version, channel, facts, state, requested_at, released_at)
     SELECT n.id, n.purpose, n."subjectId", n.reference, n.occasion, n."occurredAt", n."recipientToken",
       n."staffUsername", n.template, n."templateVersion", 'EMAIL', n.facts, 'PENDING', n."requestedAt",
       CASE WHEN n.release = 'AT_ONCE'
              OR EXISTS (SELECT FROM judgement j WHERE j.melding_id = n."subjectId") THEN n."requestedAt" END
     FROM jsonb_to_recordset($1::jsonb) AS n(
       place integer, id uuid, purpose text, "subjectId" uuid, reference text, occasion text, "occurredAt" timestamptz,
       "recipientToken" text, "staffUsername" text, template text, "templateVersion" text, facts jsonb,
       "requestedAt" timestamptz, release text)
     WHERE n.place BETWEEN 0 AND 1000 ORDER BY n.id
     ON CONFLICT DO NOTHING RETURNING id, released_at AS "releasedAt"`,
    [asRows(entries)],
  );
  const entered = new Map(rows.map((row) => [row.id, row]));
  return entries.map(({ id }) => entered.get(id) ?? null);
}
