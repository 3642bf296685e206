import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import request from 'supertest';
import { addressOf, NotificationUnderTest } from './notification-under-test.js';

jest.setTimeout(120_000);
const under = new NotificationUnderTest();
const { mailServer, intake } = under;

beforeAll(() => under.start());
afterAll(() => under.stop());
beforeEach(() => under.reset());

describe('acknowledgement', () => {
  it('waits for the judgement and promises what belongs to it', async () => {
    const melding = under.aMelding();
    await under.received(melding);
    await under.eventually(async () =>
      expect(await under.messages({ subject: melding.meldingId })).toHaveLength(1),
    );
    expect(mailServer.mails).toHaveLength(0);
    await under.judged(melding, 'HIGH');
    const message = await under.messageWhen(melding.reference, 'SENT');
    const [mail] = mailServer.to(addressOf(melding));
    expect(mail?.text).toContain('ten laatste binnen 24 uur');
    expect(mail?.text).toContain('op 21 november 2026 om 21.15 uur');
    expect(mail?.messageId).toBe(`<${message?.id}@opgroeipunt.example>`);
  });

  it('goes when the judgement overtook the receipt', async () => {
    const melding = under.aMelding({ kind: 'CRISIS' });
    await under.judged(melding, 'CRISIS');
    await under.received(melding);
    await under.messageWhen(melding.meldingId, 'SENT');
    expect(mailServer.to(addressOf(melding))[0]?.text).toContain('We bellen je zo snel mogelijk');
  });

  it('is one mail, however often the events come', async () => {
    const melding = under.aMelding();
    for (let time = 0; time < 3; time++) {
      await under.received(melding);
      await under.judged(melding, 'NORMAL');
    }
    const last = under.aMelding();
    await under.received(last);
    await under.judged(last, 'NORMAL');
    await under.messageWhen(last.meldingId, 'SENT');
    await under.messageWhen(melding.meldingId, 'SENT');
    expect(mailServer.to(addressOf(melding))).toHaveLength(1);
  });

  it('is not due to a melder without mail address', async () => {
    const silent = under.aMelding({ identityMode: 'ANONYMOUS', reachableBy: { email: false, phone: false } });
    const other = under.aMelding();
    for (const melding of [silent, other]) {
      await under.received(melding);
      await under.judged(melding, 'NORMAL');
    }
    await under.messageWhen(other.meldingId, 'SENT');
    expect(await under.messages({ subject: silent.meldingId })).toEqual([]);
  });
});

describe('delivery', () => {
  it('tries again when the provider was away, and then sends one mail', async () => {
    await mailServer.stop();
    const melding = under.aMelding();
    await under.received(melding);
    await under.judged(melding, 'NORMAL');
    await under.eventually(async () => {
      const [message] = await under.messages({ subject: melding.meldingId });
      expect(message).toMatchObject({ state: 'PENDING', lastError: 'PROVIDER_AWAY' });
    });
    await mailServer.start();
    const message = await under.messageWhen(melding.meldingId, 'SENT');
    expect(message?.attempts).toBeGreaterThan(1);
    expect(mailServer.to(addressOf(melding))).toHaveLength(1);
  });

  it('tries again when a mailbox is full', async () => {
    mailServer.answerToRecipient = 452;
    const melding = under.aMelding();
    await under.received(melding);
    await under.judged(melding, 'NORMAL');
    await under.eventually(async () =>
      expect((await under.messages({ subject: melding.meldingId }))[0]?.attempts).toBeGreaterThan(0),
    );
    mailServer.answerToRecipient = 0;
    await under.messageWhen(melding.meldingId, 'SENT');
  });

  it('fails visibly when the address is refused for good', async () => {
    mailServer.answerToRecipient = 550;
    const melding = under.aMelding();
    await under.received(melding);
    await under.judged(melding, 'NORMAL');
    const message = await under.messageWhen(melding.meldingId, 'FAILED');
    expect(message).toMatchObject({ attempts: 1, lastError: 'ADDRESS_REFUSED' });
  });

  it('waits while intake does not tell the address', async () => {
    intake.failWith = 503;
    const melding = under.aMelding();
    await under.received(melding);
    await under.judged(melding, 'NORMAL');
    await under.eventually(async () => {
      const [message] = await under.messages({ subject: melding.meldingId });
      expect(message).toMatchObject({ state: 'PENDING', lastError: 'CONTACT_UNAVAILABLE' });
    });
    intake.failWith = 0;
    await under.messageWhen(melding.meldingId, 'SENT');
  });
});

describe('messages to staff', () => {
  it('alerts the first person on duty of a crisis, with a link and without content', async () => {
    const { meldingId, reference, caseId } = await under.crisis();
    await under.messageWhen(meldingId, 'SENT');
    const [mail] = mailServer.to('wacht.een@staf.opgroeipunt.example');
    expect(mail?.subject).toBe(`CRISIS ${reference}: neem nu op`);
    expect(mail?.text).toContain(`http://portal.example/zaken/${caseId}`);
  });

  it('goes to the next person on duty when the address of the first is refused', async () => {
    mailServer.answerToRecipient = (address) => (address.startsWith('wacht.een@') ? 550 : 0);
    const { meldingId } = await under.crisis();
    const states = await under.eventually(async () => {
      const found = await under.messages({ subject: meldingId });
      expect(found.map(({ state }) => state).sort()).toEqual(['FAILED', 'SENT']);
      return found;
    });
    expect(states.find(({ state }) => state === 'FAILED')).toMatchObject({
      lastError: 'ADDRESS_REFUSED',
      owner: 'BEHEERDER',
    });
    expect(mailServer.to('wacht.twee@staf.opgroeipunt.example')).toHaveLength(1);
  });

  it('tells a handler of each assignment', async () => {
    const melding = under.aMelding();
    await under.assigned(melding, 'kb.mc.een');
    await under.assigned(melding, 'kb.mc.een');
    await under.eventually(async () => {
      const states = (await under.messages({ subject: melding.meldingId })).map((message) => message.state);
      expect(states).toEqual(['SENT', 'SENT']);
    });
    expect(mailServer.to('kb.mc.een@staf.opgroeipunt.example')).toHaveLength(2);
  });

  it('are listed for staff only', async () => {
    await request(under.service.url).get('/api/v1/messages').expect(401);
  });
});
