import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { uuidv7 } from '#platform';
import { LookupServer } from './lookup-server.js';
import { MailServer } from './mail-server.js';
import { addressOf, NotificationUnderTest } from './notification-under-test.js';

jest.setTimeout(120_000);

const noted = (under: NotificationUnderTest, id: string) =>
  under.sql<{ outcome: string; reason: string | null }>(
    'SELECT outcome, reason FROM delivery_attempt WHERE message_id = $1 ORDER BY attempt',
    [id],
  );

describe('a message whose answer was lost, with a provider that can be asked', () => {
  const mailServer = new MailServer();
  const under = new NotificationUnderTest(mailServer);
  const lookup = new LookupServer([mailServer]);

  beforeEach(async () => {
    if (lookup.url === '') {
      await lookup.start();
      await under.start({
        SMTP_LOOKUP_URL: lookup.url,
        SMTP_LOOKUP_LIST: 'found',
        LOOKUP_TRUSTED_AFTER_SECONDS: '1',
      });
    }
    lookup.failWith = 0;
  });
  afterEach(() => under.reset());
  afterAll(async () => {
    await under.stop();
    await lookup.stop();
  });

  it('is sent when the provider has it, and goes once', async () => {
    mailServer.afterContent = 'KEEPS_IT';
    const melding = await under.acknowledged();
    const message = await under.messageWhen(melding.meldingId, 'SENT');
    expect(mailServer.to(addressOf(melding))).toHaveLength(1);
    expect(await noted(under, message.id)).toEqual([{ outcome: 'SENT', reason: 'FOUND_AT_PROVIDER' }]);
  });

  it('goes again when the provider does not have it, and arrives once', async () => {
    mailServer.afterContent = 'DROPS_IT';
    const melding = await under.acknowledged();
    await under.messageWhen(melding.meldingId, 'UNCERTAIN');
    mailServer.afterContent = 'ANSWERS';
    const message = await under.messageWhen(melding.meldingId, 'SENT');
    expect(mailServer.to(addressOf(melding))).toHaveLength(1);
    expect(await noted(under, message.id)).toEqual([
      { outcome: 'NOT_TAKEN', reason: 'NOT_FOUND_AT_PROVIDER' },
      { outcome: 'SENT', reason: null },
    ]);
  });

  it('waits while the provider cannot be asked', async () => {
    lookup.failWith = 503;
    mailServer.afterContent = 'KEEPS_IT';
    const melding = await under.acknowledged();
    const asked = lookup.asked;
    await under.eventually(() => expect(lookup.asked).toBeGreaterThan(asked + 1));
    const message = await under.messageWhen(melding.meldingId, 'UNCERTAIN');
    expect(message).toMatchObject({ owner: null, lastError: 'UNCERTAIN' });
    expect(await under.metric('opgroeipunt_messages_uncertain')).toEqual(
      expect.arrayContaining([expect.stringMatching(/asked="no".* 1$/)]),
    );
    lookup.failWith = 0;
    await under.messageWhen(melding.meldingId, 'SENT');
    expect(mailServer.to(addressOf(melding))).toHaveLength(1);
  });
});

describe('a message whose answer was lost, with nobody to ask but a person', () => {
  const under = new NotificationUnderTest();
  const { mailServer } = under;
  let started = false;

  beforeEach(async () => {
    if (!started) await under.start({ ASK_AFTER_SECONDS: '1' });
    started = true;
  });
  afterEach(() => under.reset());
  afterAll(() => under.stop());

  async function uncertain() {
    mailServer.afterContent = 'KEEPS_IT';
    const melding = await under.acknowledged();
    const message = await under.eventually(async () => {
      const [found] = await under.messages({ subject: melding.meldingId, state: 'UNCERTAIN' });
      expect(found?.owner).toBe('BEHEERDER');
      return found;
    });
    mailServer.afterContent = 'ANSWERS';
    return { melding, id: message?.id ?? '' };
  }
  const say = async (id: string, answer: string) =>
    (await under.as('BEHEERDER')).post(`/api/v1/messages/${id}/delivery-answer`).send({ answer });
  const audited = (id: string) =>
    under.sql<{ action: string; actor_id: string }>(
      'SELECT action, actor_id FROM platform_audit_entry WHERE subject = $1',
      [id],
    );

  it('waits for them and is not sent again by itself', async () => {
    const { melding, id } = await uncertain();
    expect(await under.metric('opgroeipunt_messages_uncertain')).toEqual(
      expect.arrayContaining([expect.stringMatching(/asked="yes".* 1$/)]),
    );
    const [work] = await under.sql<{ open: number }>(
      `SELECT count(*)::int AS open FROM messaging_work WHERE done_at IS NULL AND kind = 'send-message' AND payload->>'messageId' = $1`,
      [id],
    );
    expect(work?.open).toBe(0);
    expect(mailServer.to(addressOf(melding))).toHaveLength(1);
    expect((await say(id, 'SENT')).status).toBe(200);
    await under.messageWhen(melding.meldingId, 'SENT');
    expect(mailServer.to(addressOf(melding))).toHaveLength(1);
    expect(await audited(id)).toEqual([{ action: 'ANSWER_WHETHER_SENT', actor_id: 'kb.mc.een' }]);
    expect((await say(id, 'SENT')).status).toBe(409);
  });

  it('is sent again when they say that it was not', async () => {
    const { melding, id } = await uncertain();
    mailServer.mails.length = 0;
    expect((await say(id, 'NOT_SENT')).body).toMatchObject({ state: 'PENDING', owner: null });
    await under.messageWhen(melding.meldingId, 'SENT');
    expect(mailServer.to(addressOf(melding))).toHaveLength(1);
  });

  it('asks the BEHEERDER alone, and only about what there is', async () => {
    const path = `/api/v1/messages/${uuidv7()}/delivery-answer`;
    await (await under.as('KB_MC')).post(path).send({ answer: 'SENT' }).expect(403);
    await (await under.as('BEHEERDER')).post(path).send({ answer: 'SENT' }).expect(404);
    await (await under.as('BEHEERDER')).post(path).send({ answer: 'MAYBE' }).expect(400);
  });

  it('is written down by the process that knows, though its work was taken over meanwhile', async () => {
    mailServer.beforeAnswer = async () => {
      // As after a stop that was longer than the lease: another worker has it by now.
      await under.sql(
        `UPDATE messaging_work SET lease_owner = gen_random_uuid(), leased_until = now() + interval '1 hour'
         WHERE kind = 'send-message' AND done_at IS NULL`,
      );
    };
    const melding = await under.acknowledged();
    const { id } = await under.messageWhen(melding.meldingId, 'SENT');
    await under.sql('UPDATE messaging_work SET leased_until = now() WHERE leased_until > now()');
    expect(await noted(under, id)).toEqual([{ outcome: 'SENT', reason: null }]);
    expect(mailServer.to(addressOf(melding))).toHaveLength(1);
  });

  it('nobody is asked about what this process knows and only could not write down', async () => {
    mailServer.beforeAnswer = async () => {
      await under.sql(`ALTER TABLE message ADD CONSTRAINT no_room CHECK (state <> 'SENT') NOT VALID`);
    };
    const melding = await under.acknowledged();
    await under.eventually(() => expect(mailServer.to(addressOf(melding))).toHaveLength(1));
    await under.eventually(async () => {
      const [work] = await under.sql<{ attempts: number }>(
        `SELECT attempts FROM messaging_work WHERE kind = 'send-message' AND done_at IS NULL`,
      );
      expect(work?.attempts).toBeGreaterThan(0);
    });
    await under.sql('ALTER TABLE message DROP CONSTRAINT no_room');
    const { id } = await under.messageWhen(melding.meldingId, 'SENT');
    expect(await noted(under, id)).toEqual([{ outcome: 'SENT', reason: null }]);
    expect(mailServer.to(addressOf(melding))).toHaveLength(1);
  });

  it('does not hold up the next message to the same person', async () => {
    mailServer.afterContent = 'KEEPS_IT';
    const [one, two] = [under.aMelding(), under.aMelding()];
    await under.assigned(one, 'kb.mc.vier');
    await under.messageWhen(one.meldingId, 'UNCERTAIN');
    mailServer.afterContent = 'ANSWERS';
    await under.assigned(two, 'kb.mc.vier');
    await under.messageWhen(two.meldingId, 'SENT');
    await under.messageWhen(one.meldingId, 'UNCERTAIN');
  });
});
