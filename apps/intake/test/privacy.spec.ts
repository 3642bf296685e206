import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { melding, RunningIntake, type Accepted } from './running-intake.js';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await RunningIntake.start();
});
afterAll(() => intake.stop());

const CANARY = 'kanarievogel';
const PERSONAL = {
  contact: {
    name: `Naam ${CANARY}`,
    email: `${CANARY}@voorbeeld.example`,
    phone: '+32470123987',
    address: {
      street: `Straat ${CANARY}`,
      houseNumber: '987',
      box: `b${CANARY}`,
      postalCode: '9999',
      municipality: CANARY,
    },
  },
  safeTimes: `na zes uur, vraag naar ${CANARY}`,
  location: { id: 'L02', description: `naast ${CANARY}`, municipality: CANARY },
  description: `De ${CANARY} zong de hele dag door het raam.`,
  measuresTaken: `Het raam van ${CANARY} is dicht.`,
  desiredOutcome: `Dat ${CANARY} zwijgt.`,
};

/** Every value of every table, bytes read as text. */
async function wholeDatabase(): Promise<Map<string, string>> {
  const tables = await intake.rows<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  const contents = new Map<string, string>();
  for (const { name } of tables) {
    const rows = await intake.rows<Record<string, unknown>>(`SELECT * FROM "${name}"`);
    const texts = rows
      .flatMap((row) => Object.values(row))
      .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value)));
    contents.set(name, texts.join('\n'));
  }
  return contents;
}

describe('nothing personal in clear (domain.md 9.3)', () => {
  it('in no table, by JSON with a key, by form, or by staff', async () => {
    const { body } = await intake.post<Accepted>('/api/v1/meldingen', melding(PERSONAL), {
      'idempotency-key': 'kanarie-0001',
    });
    const form = await intake.postForm([
      ['kind', 'MELDING'],
      ['submitterType', 'OUDER'],
      ['identityMode', 'KNOWN'],
      ['location.id', 'L02'],
      ['contact.name', PERSONAL.contact.name],
      ['contact.email', PERSONAL.contact.email],
      ['contact.phone', PERSONAL.contact.phone],
      ['description', PERSONAL.description],
      ['answers.immediateDanger', 'no'],
    ]);
    expect(form.status).toBe(303);
    const staff = await intake.service.identity.staffToken('kb.mc.een', ['KB_MC']);
    const entered = await intake.post(
      '/api/v1/staff/meldingen',
      melding({ ...PERSONAL, channel: 'LETTER' }),
      { authorization: `Bearer ${staff}` },
    );
    expect(entered.status).toBe(201);

    const contents = await wholeDatabase();
    expect(contents.size).toBeGreaterThan(10);
    const code = body.followUpCode.replaceAll(' ', '');
    for (const [table, text] of contents) {
      for (const secret of [CANARY, '470123987', code, body.followUpCode, body.receipt]) {
        expect({ table, holds: text.toLowerCase().includes(secret.toLowerCase()) }).toEqual({
          table,
          holds: false,
        });
      }
    }
  });

  it('but in the vault it can be opened by who may', async () => {
    const { body } = await intake.post<Accepted>('/api/v1/meldingen', melding(PERSONAL));
    const token = await intake.service.identity.serviceToken('notification');
    const { body: contact } = await intake.get(`/api/v1/meldingen/${body.id}/contact`, token);
    expect(contact).toMatchObject({
      email: PERSONAL.contact.email,
      name: PERSONAL.contact.name,
      reference: body.reference,
      kind: 'MELDING',
    });
  });

  it('and is gone for good without the key of the melding', async () => {
    const { body } = await intake.post<Accepted>('/api/v1/meldingen', melding(PERSONAL));
    const other = await intake.post<Accepted>('/api/v1/meldingen', melding());
    const take =
      'UPDATE melding_vault SET wrapped_key = (SELECT wrapped_key FROM melding_vault WHERE melding_id = $2) WHERE melding_id = $1';
    await intake.rows(take, [body.id, other.body.id]);
    const token = await intake.service.identity.serviceToken('triage');
    expect((await intake.get(`/api/v1/meldingen/${body.id}/text`, token)).status).toBe(500);
  });
});
