import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import {
  CRISIS_RAISED,
  MELDING_ASSIGNED,
  MELDING_RECEIVED,
  MELDING_TRIAGED,
  completeAnswers,
  type Level,
  type MeldingReceivedV1,
} from '#contracts';
import { Outbox, Transactions } from '#messaging';
import { uuidv7 } from '#platform';
import { eventually, startTestService, type TestService } from '#platform/testing';
import { notificationService } from '../src/service.js';
import { ContactServer } from './contact-server.js';
import { MailServer } from './mail-server.js';

const mailServer = new MailServer();
const intake = new ContactServer();
let service: TestService;

beforeAll(async () => {
  await mailServer.start();
  await intake.start();
  service = await startTestService(notificationService, {
    env: {
      INTAKE_URL: intake.url,
      PORTAL_URL: 'http://portal.example',
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(mailServer.port),
      ACKNOWLEDGE_WITHIN_SECONDS: '3600',
    },
  });
});

afterAll(async () => {
  await service.stop();
  await mailServer.stop();
  await intake.stop();
});

beforeEach(() => {
  mailServer.mails.length = 0;
  mailServer.answerToRecipient = 0;
  intake.failWith = 0;
});

/** Lets an event reach the service the way events do: through an outbox and the transport. */
async function tell(type: string, key: string, data: object): Promise<void> {
  const outbox = service.app.get(Outbox);
  await service.app.get(Transactions).run((manager) => outbox.publish(manager, { type, key, data }));
}

function aMelding(changed: Partial<MeldingReceivedV1> = {}): MeldingReceivedV1 {
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
  intake.knows(meldingId, {
    email: `${meldingId}@voorbeeld.example`,
    phone: '+3200000000',
    identityMode,
    receivedAt,
  });
  return melding;
}

const triaged = ({ meldingId, reference, kind }: MeldingReceivedV1, level: Level) => ({
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

const received = (melding: MeldingReceivedV1) => tell(MELDING_RECEIVED, melding.meldingId, melding);
const judged = (melding: MeldingReceivedV1, level: Level) =>
  tell(MELDING_TRIAGED, melding.meldingId, triaged(melding, level));

async function messagesAbout(subject: string) {
  const token = await service.identity.staffToken('kb.mc.een', ['KB_MC'], 'CENTRAAL');
  const answer = await request(service.url)
    .get('/api/v1/messages')
    .query({ subject })
    .set('Authorization', `Bearer ${token}`)
    .expect(200);
  return answer.body.items as {
    id: string;
    state: string;
    attempts: number;
    purpose: string;
    lastError: string | null;
  }[];
}

const messageWhen = (subject: string, state: string) =>
  eventually(async () => {
    const [message] = await messagesAbout(subject);
    expect(message?.state).toBe(state);
    return message;
  });

const mailsTo = (address: string) => mailServer.mails.filter((mail) => mail.to === address);

describe('acknowledgement', () => {
  it('waits for the judgement and promises what belongs to it', async () => {
    const melding = aMelding();
    await received(melding);
    await eventually(async () => expect(await messagesAbout(melding.meldingId)).toHaveLength(1));
    expect(mailServer.mails).toHaveLength(0);
    await judged(melding, 'HIGH');
    const message = await messageWhen(melding.reference, 'SENT');
    const [mail] = mailsTo(`${melding.meldingId}@voorbeeld.example`);
    expect(mail?.text).toContain('ten laatste binnen 24 uur');
    expect(mail?.text).toContain('op 21 november 2026 om 21.15 uur');
    expect(mail?.messageId).toBe(`<${message?.id}@opgroeipunt.example>`);
  });

  it('goes when the judgement overtook the receipt', async () => {
    const melding = aMelding({ kind: 'CRISIS' });
    await judged(melding, 'CRISIS');
    await received(melding);
    await messageWhen(melding.meldingId, 'SENT');
    expect(mailsTo(`${melding.meldingId}@voorbeeld.example`)[0]?.text).toContain(
      'We bellen je zo snel mogelijk',
    );
  });

  it('is one mail, however often the events come', async () => {
    const melding = aMelding();
    for (let time = 0; time < 3; time++) {
      await received(melding);
      await judged(melding, 'NORMAL');
    }
    const last = aMelding();
    await received(last);
    await judged(last, 'NORMAL');
    await messageWhen(last.meldingId, 'SENT');
    await messageWhen(melding.meldingId, 'SENT');
    expect(mailsTo(`${melding.meldingId}@voorbeeld.example`)).toHaveLength(1);
  });

  it('is not due to a melder without mail address', async () => {
    const silent = aMelding({ identityMode: 'ANONYMOUS', reachableBy: { email: false, phone: false } });
    const other = aMelding();
    for (const melding of [silent, other]) {
      await received(melding);
      await judged(melding, 'NORMAL');
    }
    await messageWhen(other.meldingId, 'SENT');
    expect(await messagesAbout(silent.meldingId)).toEqual([]);
  });
});

describe('delivery', () => {
  it('tries again when the provider was away, and then sends one mail', async () => {
    await mailServer.stop();
    const melding = aMelding();
    await received(melding);
    await judged(melding, 'NORMAL');
    await eventually(async () => {
      const [message] = await messagesAbout(melding.meldingId);
      expect(message).toMatchObject({ state: 'PENDING', lastError: 'PROVIDER_AWAY' });
    });
    await mailServer.start();
    const message = await messageWhen(melding.meldingId, 'SENT');
    expect(message?.attempts).toBeGreaterThan(1);
    expect(mailsTo(`${melding.meldingId}@voorbeeld.example`)).toHaveLength(1);
  });

  it('tries again when a mailbox is full', async () => {
    mailServer.answerToRecipient = 452;
    const melding = aMelding();
    await received(melding);
    await judged(melding, 'NORMAL');
    await eventually(async () =>
      expect((await messagesAbout(melding.meldingId))[0]?.attempts).toBeGreaterThan(0),
    );
    mailServer.answerToRecipient = 0;
    await messageWhen(melding.meldingId, 'SENT');
  });

  it('fails visibly when the address is refused for good', async () => {
    mailServer.answerToRecipient = 550;
    const melding = aMelding();
    await received(melding);
    await judged(melding, 'NORMAL');
    const message = await messageWhen(melding.meldingId, 'FAILED');
    expect(message).toMatchObject({ attempts: 1, lastError: 'ADDRESS_REFUSED' });
  });

  it('waits while intake does not tell the address', async () => {
    intake.failWith = 503;
    const melding = aMelding();
    await received(melding);
    await judged(melding, 'NORMAL');
    await eventually(async () => {
      const [message] = await messagesAbout(melding.meldingId);
      expect(message).toMatchObject({ state: 'PENDING', lastError: 'CONTACT_UNAVAILABLE' });
    });
    intake.failWith = 0;
    await messageWhen(melding.meldingId, 'SENT');
  });
});

describe('messages to staff', () => {
  it('alerts the first person on duty of a crisis, with a link and without content', async () => {
    const { meldingId, reference } = aMelding();
    const caseId = uuidv7();
    await tell(CRISIS_RAISED, meldingId, {
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
    await messageWhen(meldingId, 'SENT');
    const [mail] = mailsTo('wacht.een@staf.opgroeipunt.example');
    expect(mail?.subject).toBe(`CRISIS ${reference}: neem nu op`);
    expect(mail?.text).toContain(`http://portal.example/zaken/${caseId}`);
  });

  it('tells a handler of each assignment', async () => {
    const { meldingId, reference } = aMelding();
    const assigned = {
      meldingId,
      reference,
      kind: 'MELDING',
      locationId: 'L02',
      caseId: uuidv7(),
      level: 'NORMAL',
      assignee: 'kb.mc.een',
      previousAssignee: null,
      assignedBy: 'tc.centraal',
      assignedAt: '2026-11-21T20:15:02.000Z',
    };
    await tell(MELDING_ASSIGNED, meldingId, assigned);
    await tell(MELDING_ASSIGNED, meldingId, assigned);
    await eventually(async () => {
      const states = (await messagesAbout(meldingId)).map((message) => message.state);
      expect(states).toEqual(['SENT', 'SENT']);
    });
    expect(mailsTo('kb.mc.een@staf.opgroeipunt.example')).toHaveLength(2);
  });

  it('are listed for staff only', async () => {
    await request(service.url).get('/api/v1/messages').expect(401);
  });
});
