import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixtureMeldingen, type FixtureMelding } from './fixtures.js';
import { melding, RunningIntake, type Accepted } from './running-intake.js';

let intake: RunningIntake;
let staff: string;
const fixtures: FixtureMelding[] = await fixtureMeldingen();

beforeAll(async () => {
  intake = await RunningIntake.start();
  staff = await intake.service.identity.staffToken('kb.mc.een', ['KB_MC'], 'CENTRAAL');
});
afterAll(() => intake.stop());

describe('accepting the fixture meldingen', () => {
  it.each(fixtures)('$id by $channel', async ({ channel, melding: body }) => {
    const answer =
      channel === 'WEB'
        ? await intake.post<Accepted>('/api/v1/meldingen', body)
        : await intake.post<Accepted>(
            '/api/v1/staff/meldingen',
            { ...body, channel },
            { authorization: `Bearer ${staff}` },
          );
    expect(answer.body).toMatchObject({
      reference: expect.stringMatching(/^OP-[2-9A-Z]{4}-[2-9A-Z]{4}$/),
      followUpCode: expect.stringMatching(/^(\d{4} ){3}\d{4}$/),
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`/api/v1/meldingen/${answer.body.id}`);
    const events = await intake.rows<{ type: string; data: object }>(
      'SELECT type, data FROM messaging_outbox WHERE key = $1',
      [answer.body.id],
    );
    expect(events.map(({ type }) => type)).toContain('be.opgroeipunt.melding.received.v1');
    expect(events[0]?.data).toMatchObject({
      meldingId: answer.body.id,
      reference: answer.body.reference,
      kind: body.kind,
      channel,
    });
  });
});

describe('one melding', () => {
  it('that may be a crisis also takes the express lane', async () => {
    const { body } = await intake.post<Accepted>(
      '/api/v1/meldingen',
      melding({ answers: { immediateDanger: 'yes' } }),
    );
    const types = await intake.rows<{ type: string }>(
      'SELECT type FROM messaging_outbox WHERE key = $1 ORDER BY version',
      [body.id],
    );
    expect(types.map(({ type }) => type)).toEqual([
      'be.opgroeipunt.crisis.suspected.v1',
      'be.opgroeipunt.melding.received.v1',
    ]);
  });

  it('without answers is kept as unknown, never as no', async () => {
    const { body } = await intake.post<Accepted>('/api/v1/meldingen', melding());
    const [row] = await intake.rows<{ answers: object }>('SELECT answers FROM melding WHERE id = $1', [
      body.id,
    ]);
    expect(row?.answers).toMatchObject({ immediateDanger: 'no', injury: 'unknown', conductTypes: [] });
  });

  it('of a klacht without address is accepted, and told what it still needs', async () => {
    const { status, body } = await intake.post<Accepted>(
      '/api/v1/meldingen',
      melding({ kind: 'KLACHT_OPVANG' }),
    );
    expect(status).toBe(201);
    expect(body.admissibility).toEqual({ complete: false, missing: ['contact.address'] });
  });

  it('gives the same submitter the same key, whatever the case of his address, and an anonymous one none', async () => {
    const keyOf = async (change: Record<string, unknown>) => {
      const { body } = await intake.post<Accepted>('/api/v1/meldingen', melding(change));
      const [row] = await intake.rows<{ submitter_key: string | null }>(
        'SELECT submitter_key FROM melding WHERE id = $1',
        [body.id],
      );
      return row?.submitter_key;
    };
    const one = await keyOf({ contact: { email: 'zelfde@voorbeeld.example' } });
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(await keyOf({ contact: { email: 'Zelfde@Voorbeeld.example' } })).toBe(one);
    expect(await keyOf({ identityMode: 'ANONYMOUS', contact: undefined })).toBeNull();
  });
});

describe('receipt', () => {
  const verify = (receipt: string) => intake.post('/api/v1/receipts/verify', { receipt });

  it('proves reference and time, and not when it was tampered with', async () => {
    const { body } = await intake.post<Accepted>('/api/v1/meldingen', melding());
    expect((await verify(body.receipt)).body).toEqual({
      valid: true,
      reference: body.reference,
      receivedAt: body.receivedAt,
    });
    const [header, , signature] = body.receipt.split('.');
    const forged = Buffer.from(JSON.stringify({ reference: 'OP-2222-2222' })).toString('base64url');
    expect((await verify(`${header}.${forged}.${signature}`)).body).toEqual({ valid: false });
  });

  it('can be checked with the published key', async () => {
    const { body } = await intake.get<{ keys: object[] }>('/.well-known/jwks.json');
    expect(body.keys).toEqual([expect.objectContaining({ kty: 'EC', crv: 'P-256', alg: 'ES256' })]);
    expect(JSON.stringify(body)).not.toContain('"d"');
  });
});
