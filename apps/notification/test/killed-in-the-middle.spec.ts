import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { uuidv7 } from '#platform';
import { eventually, testDatabaseServer, testIdentity, type TestIdentity } from '#platform/testing';
import { ContactServer } from './contact-server.js';
import { LookupServer } from './lookup-server.js';
import { MailServer } from './mail-server.js';
import { ServiceProcess } from './service-process.js';

jest.setTimeout(400_000);

const SEED = Number(process.env['KILL_SEED'] ?? '7');
const KILLS = 6;
const MAILS_A_ROUND = 4;
const KILL_POINTS = ['AT_RECIPIENT', 'BEFORE_ANSWER', 'AFTER_ANSWER'] as const;
const LONGEST_DELAY_MS = 12;

/** Repeatable chance (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function within(ms: number, awaited: Promise<void>, story: () => string): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(story())), ms);
  await Promise.race([awaited, promise]).finally(() => clearTimeout(timer));
}

describe('a service that is killed in the middle of hand-overs', () => {
  const mailServer = new MailServer();
  const lookup = new LookupServer([mailServer]);
  const intake = new ContactServer();
  const service = new ServiceProcess();
  let identity: TestIdentity;
  let database: pg.Client;
  let env: Record<string, string>;

  beforeAll(async () => {
    const server = await testDatabaseServer();
    const databaseUrl = await server.createDatabase('killed');
    [identity] = await Promise.all([
      testIdentity(),
      mailServer.start(),
      lookup.start(),
      intake.start(),
      service.build(),
    ]);
    env = {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
      DATABASE_URL: databaseUrl,
      OIDC_ISSUER: identity.issuer,
      OIDC_AUDIENCE: identity.audience,
      SERVICE_CLIENT_ID: 'svc-notification',
      SERVICE_CLIENT_SECRET: 'test',
      KEK_FILE: `${server.folder}/${uuidv7()}.kek`,
      INTAKE_URL: intake.url,
      PORTAL_URL: 'http://portal.example',
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(mailServer.port),
      SMTP_LOOKUP_URL: lookup.url,
      SMTP_LOOKUP_LIST: 'found',
      LOOKUP_TRUSTED_AFTER_SECONDS: '1',
    };
    service.start(env);
    database = new pg.Client({ connectionString: databaseUrl });
    await database.connect();
    await eventually(() => database.query('SELECT combined_into FROM message'), 60_000);
  });

  afterAll(async () => {
    await service.remove();
    await database.end();
    await Promise.all([mailServer.stop(), lookup.stop(), intake.stop(), identity.close()]);
  });

  /** A message as its event leaves it: registered and due. */
  async function due(): Promise<string> {
    const id = uuidv7();
    const subject = uuidv7();
    const contact = { email: `${subject}@voorbeeld.example`, phone: null, identityMode: 'KNOWN' };
    intake.knows(subject, { ...contact, receivedAt: '2026-11-21T20:15:00.000Z' });
    await database.query(
      `WITH told AS (
         INSERT INTO message (id, purpose, subject_id, reference, occasion, recipient_token, template,
           template_version, channel, facts, state, requested_at, released_at)
         VALUES ($1::uuid, 'ACKNOWLEDGEMENT', $2, $3, 'RECEIVED', $4, 'acknowledgement', '2026.2', 'EMAIL',
           '{"kind":"MELDING"}', 'PENDING', now(), now()))
       INSERT INTO messaging_work (id, kind, key, payload, due_at, urgent)
       VALUES ($1::uuid, 'send-message', $4, jsonb_build_object('messageId', $4::text), now(), false)`,
      [id, subject, `OP-${subject.slice(-8)}`, id],
    );
    return id;
  }

  /** Kills at a point of the next mail that gets there. */
  function killAt(point: (typeof KILL_POINTS)[number], delayMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const kill = () => {
        mailServer.answerToRecipient = 0;
        mailServer.beforeAnswer = () => undefined;
        service.kill().then(resolve, reject);
      };
      if (point === 'AT_RECIPIENT') {
        mailServer.answerToRecipient = () => {
          setTimeout(kill, delayMs);
          mailServer.answerToRecipient = 0;
          return 0;
        };
        return;
      }
      mailServer.beforeAnswer = async () => {
        mailServer.beforeAnswer = () => undefined;
        if (point === 'AFTER_ANSWER') setTimeout(kill, delayMs);
        // The kill is over before there is an answer.
        else await service.kill().then(resolve, reject);
      };
    });
  }

  it(`sends each message once, seed ${SEED}`, async () => {
    const chance = chances(SEED);
    const ids: string[] = [];
    const points: string[] = [];
    for (let killed = 0; killed < KILLS; killed += 1) {
      const point = KILL_POINTS[Math.floor(chance() * KILL_POINTS.length)] ?? 'BEFORE_ANSWER';
      points.push(point);
      const gone = killAt(point, Math.floor(chance() * LONGEST_DELAY_MS));
      for (let mail = 0; mail < MAILS_A_ROUND; mail += 1) ids.push(await due());
      await within(60_000, gone, () => `never came to ${point}\n${service.output().slice(-4_000)}`);
      // Nobody holds these leases any more; the test need not wait until they end.
      await database.query('UPDATE messaging_work SET leased_until = now() WHERE leased_until > now()');
      service.start(env);
    }
    await eventually(async () => {
      const { rows } = await database.query<{ state: string; count: number }>(
        'SELECT state, count(*)::int FROM message GROUP BY state',
      );
      expect(rows).toEqual([{ state: 'SENT', count: ids.length }]);
    }, 120_000).catch((error: unknown) => {
      throw new Error(`after ${points.join(', ')}: ${String(error)}\n${service.output().slice(-4_000)}`, {
        cause: error,
      });
    });
    const times = ids.map((id) => mailServer.mails.filter(({ messageId }) => messageId.includes(id)).length);
    expect({ points, times }).toEqual({ points, times: ids.map(() => 1) });
    expect(mailServer.mails).toHaveLength(ids.length);
    const { rows: visible } = await database.query<{ count: number }>(
      'SELECT count(*)::int FROM delivery_attempt WHERE reason IS NOT NULL OR outcome <> $1',
      ['SENT'],
    );
    // At least one of the kills fell into the gap: otherwise this run would have proved nothing.
    expect(visible[0]?.count).toBeGreaterThan(0);
  });
});
