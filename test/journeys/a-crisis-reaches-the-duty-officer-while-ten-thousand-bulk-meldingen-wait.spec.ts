import { Agent, request as send } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startLocalSystem, type LocalSystem } from '../system/local-system.js';
import { waitUntil } from '../system/wait-until.js';
import { aMelding } from './melding.builder.js';
import type { Mail } from './staff.steps.js';

const BULK = 10_000;
/** Few enough for a small machine, and a rush: so accepting goes before working the others away. */
const AT_ONCE = 32;
const MINUTES = 60_000;
const DUTY_OFFICER = 'wacht.een@staf.opgroeipunt.example';

/** A system of its own, so that the suites after this one do not wait behind what it leaves. */
describe('a crisis reaches the duty officer while 10,000 bulk meldingen wait', () => {
  let system: LocalSystem;
  let triage: pg.Client;

  beforeAll(async () => {
    system = await startLocalSystem();
    triage = new pg.Client({ connectionString: databaseOf(system, 'opgroeipunt_triage') });
    await triage.connect();
  }, 4 * MINUTES);

  afterAll(async () => {
    await triage?.end();
    await system?.stop();
  }, 2 * MINUTES);

  it(
    'by mail, with most of them not judged yet',
    async () => {
      await acceptAll(system, BULK);

      const crisis = aMelding(
        {
          kind: 'CRISIS',
          submitterType: 'ORGANISATOR',
          location: { id: 'L04' },
          description: 'Een kind is in de vijver gevallen en ademt niet meer. De ambulance is onderweg.',
        },
        { immediateDanger: 'yes', injury: 'life_threatening', ongoing: 'continuing' },
      );
      const { reference } = JSON.parse(await accept(system, JSON.stringify(crisis))) as { reference: string };
      await waitUntil(
        async () => {
          const mails = await mailsOfDuty(system);
          return mails.some(({ subject, text }) => `${subject} ${text}`.includes(reference))
            ? true
            : undefined;
        },
        'the alert to the duty officer',
        3 * MINUTES,
      );

      const { rows } = await triage.query<{ judged: number }>(
        'SELECT count(*)::int AS judged FROM triage_case WHERE triaged_at IS NOT NULL',
      );
      expect(BULK - (rows[0]?.judged ?? BULK)).toBeGreaterThan(BULK / 2);
    },
    10 * MINUTES,
  );
});

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

/** Over the public endpoint, as anybody would send them; calm ones, of every location in turn. */
async function acceptAll(system: LocalSystem, count: number): Promise<void> {
  let left = count;
  const sender = async (): Promise<void> => {
    for (let number = left--; number > 0; number = left--) {
      await accept(system, JSON.stringify(aMelding({ location: { id: `L0${1 + (number % 8)}` } })));
      if (number % 1_000 === 1) process.stderr.write(`  ${count - number + 1} of ${count} accepted\n`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
}

/** A busy database is no refusal: whoever is told 503 tries again, as the answer says (contract.md 2). */
function accept(system: LocalSystem, body: string): Promise<string> {
  return waitUntil(
    async () => {
      const { status, text } = await post(system, body);
      if (status === 503) return undefined;
      if (status !== 201) throw new Error(`${status}: ${text}`);
      return text;
    },
    'an accepted melding',
    2 * MINUTES,
    500,
  );
}

/** Plain requests over kept connections: ten thousand of anything richer would be most of the work. */
function post(system: LocalSystem, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = send(
      `${system.addresses.intake}/api/v1/meldingen`,
      { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (text += part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      },
    );
    asked.once('error', reject);
    asked.end(body);
  });
}

async function mailsOfDuty(system: LocalSystem): Promise<Mail[]> {
  const answer = await fetch(`${system.addresses.mail}/api/messages?to=${encodeURIComponent(DUTY_OFFICER)}`);
  return (await answer.json()) as Mail[];
}

function databaseOf({ dataDir, portOffset }: LocalSystem, name: string): string {
  const secrets = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as Record<string, string>;
  return `postgresql://${name}:${secrets[name]}@127.0.0.1:${3032 + portOffset}/${name}`;
}
