import request from 'supertest';
import {
  CRISIS_RAISED,
  MELDING_ASSIGNED,
  MELDING_CLOSED,
  MELDING_RECEIVED,
  MELDING_TRIAGED,
  completeAnswers,
  type Level,
  type MeldingReceivedV1,
} from '#contracts';
import { Outbox, Transactions } from '#messaging';
import { uuidv7, type Role } from '#platform';
import { eventually, startTestService, type TestService } from '#platform/testing';
import { expect } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { MessageDto } from '../src/messages/message.dto.js';
import { notificationService } from '../src/service.js';
import { ContactServer } from './contact-server.js';
import { MailServer } from './mail-server.js';

/** What a slow machine may take. */
const PATIENCE_MS = 45_000;

/** The service on a real database, with real mail servers and a stand-in for intake. */
export class NotificationUnderTest {
  readonly intake = new ContactServer();
  service: TestService;

  constructor(readonly mailServer: MailServer = new MailServer()) {}

  async start(env: Record<string, string> = {}): Promise<void> {
    await this.mailServer.start();
    await this.intake.start();
    this.service = await startTestService(notificationService, {
      env: {
        INTAKE_URL: this.intake.url,
        PORTAL_URL: 'http://portal.example',
        SMTP_HOST: '127.0.0.1',
        SMTP_PORT: String(this.mailServer.port),
        ACKNOWLEDGE_WITHIN_SECONDS: '3600',
        ...env,
      },
    });
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.mailServer.stop();
    await this.intake.stop();
  }

  reset(): void {
    this.mailServer.reset();
    this.intake.failWith = 0;
  }

  /** Lets an event reach the service the way events do: through an outbox and the transport. */
  async tell(type: string, key: string, data: object): Promise<void> {
    const outbox = this.service.app.get(Outbox);
    await this.service.app.get(Transactions).run((manager) => outbox.publish(manager, { type, key, data }));
  }

  aMelding(changed: Partial<MeldingReceivedV1> = {}): MeldingReceivedV1 {
    const meldingId = uuidv7();
    const melding: MeldingReceivedV1 = {
      meldingId,
      reference: `OP-${meldingId.slice(-8)}`,
      kind: 'MELDING',
      submitterType: 'OUDER',
      identityMode: 'KNOWN',
      submitterKey: 'key',
      channel: 'WEB',
      language: 'nl',
      receivedAt: '2026-11-21T20:15:00.000Z',
      factDate: null,
      locationIds: ['L02'],
      locationDescribed: false,
      answers: completeAnswers({}),
      themes: [],
      personeelstekort: null,
      inspectieAdvies: null,
      reachableBy: { email: true, phone: true },
      admissibilityComplete: null,
      ...changed,
    };
    const { identityMode, receivedAt } = melding;
    const contact = { email: addressOf(melding), phone: '+3200000000', identityMode, receivedAt };
    this.intake.knows(meldingId, contact);
    return melding;
  }

  received(melding: MeldingReceivedV1): Promise<void> {
    return this.tell(MELDING_RECEIVED, melding.meldingId, melding);
  }

  judged({ meldingId, reference, kind }: MeldingReceivedV1, level: Level): Promise<void> {
    return this.tell(MELDING_TRIAGED, meldingId, {
      meldingId,
      reference,
      kind,
      locationId: 'L02',
      level,
      reasonCodes: ['R-N1'],
      flags: [],
      policyVersion: '2026.1',
      queue: 'REGIOTEAM',
      team: 'REGIO_2',
      handlerRole: 'klantenbeheerder_meldingen_communicatie',
      caseId: uuidv7(),
      triagedAt: '2026-11-21T20:15:02.000Z',
    });
  }

  /** A melding whose acknowledgement is due. */
  async acknowledged(changed: Partial<MeldingReceivedV1> = {}): Promise<MeldingReceivedV1> {
    const melding = this.aMelding(changed);
    await this.received(melding);
    await this.judged(melding, 'NORMAL');
    return melding;
  }

  async crisis(): Promise<MeldingReceivedV1 & { caseId: string }> {
    const melding = { ...this.aMelding({ kind: 'CRISIS' }), caseId: uuidv7() };
    const { meldingId, reference, caseId } = melding;
    await this.tell(CRISIS_RAISED, meldingId, {
      meldingId,
      caseId,
      reference,
      kind: 'CRISIS',
      locationId: 'L04',
      reasonCodes: ['R-C1'],
      policyVersion: '2026.1',
      raisedAt: '2026-11-21T20:15:02.000Z',
      pickUpBy: '2026-11-21T20:45:00.000Z',
    });
    return melding;
  }

  async assigned(melding: MeldingReceivedV1, assignee: string): Promise<void> {
    const { meldingId, reference } = melding;
    await this.tell(MELDING_ASSIGNED, meldingId, {
      meldingId,
      reference,
      kind: 'MELDING',
      locationId: 'L02',
      caseId: meldingId,
      level: 'NORMAL',
      assignee,
      previousAssignee: null,
      assignedBy: 'tc.centraal',
      assignedAt: '2026-11-21T20:15:02.000Z',
    });
  }

  async closed({ meldingId, reference }: MeldingReceivedV1): Promise<void> {
    await this.tell(MELDING_CLOSED, meldingId, {
      meldingId,
      reference,
      kind: 'MELDING',
      locationId: 'L02',
      caseId: meldingId,
      status: 'CLOSED_RESOLVED',
      closedAt: '2026-11-21T20:15:02.000Z',
    });
  }

  async messages(query: Record<string, string>): Promise<MessageDto[]> {
    const { body } = await (await this.as('KB_MC')).get('/api/v1/messages').query(query).expect(200);
    return body.items as MessageDto[];
  }

  /** The newest message about a melding, once it is in this state. */
  messageWhen(subject: string, state: string): Promise<MessageDto> {
    return this.eventually(async () => {
      const [message] = await this.messages({ subject });
      expect(message?.state).toBe(state);
      if (message === undefined) throw new Error('no message');
      return message;
    });
  }

  async as(role: Role) {
    const token = await this.service.identity.staffToken('kb.mc.een', [role], 'CENTRAAL');
    return request.agent(this.service.url).set('Authorization', `Bearer ${token}`);
  }

  async metric(name: string): Promise<string[]> {
    const text = await (await fetch(`${this.service.url}/metrics`)).text();
    return text.split('\n').filter((line) => line.startsWith(name));
  }

  sql<T extends object>(statement: string, values: unknown[] = []): Promise<T[]> {
    return this.service.app.get(DataSource).query<T[]>(statement, values);
  }

  eventually<T>(check: () => Promise<T> | T): Promise<T> {
    return eventually(check, PATIENCE_MS);
  }
}

export const addressOf = ({ meldingId }: { meldingId: string }): string => `${meldingId}@voorbeeld.example`;
