import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService } from '#platform/testing';
import { intakeService } from '../src/service.js';
import { melding, RunningIntake, type Accepted } from './running-intake.js';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await RunningIntake.start();
});
afterAll(() => intake.stop());

const send = (key: string, change = {}) =>
  intake.post<Accepted>('/api/v1/meldingen', melding(change), { 'idempotency-key': key });

describe('a melding sent twice is one melding (contract.md 2)', () => {
  it('also when 200 arrive at the same time', async () => {
    const before = await intake.count('melding');
    const answers = await Promise.all(Array.from({ length: 200 }, () => send('tweehonderd-keer')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await intake.count('melding')).toBe(before + 1);
    const [first] = answers;
    expect(
      await intake.rows('SELECT id FROM messaging_outbox WHERE key = $1', [first?.body.id]),
    ).toHaveLength(1);
  });

  it('with its names in another order', async () => {
    const { body } = await send('andere-volgorde');
    const reversed = Object.fromEntries(Object.entries(melding()).reverse());
    const again = await intake.post<Accepted>('/api/v1/meldingen', reversed, {
      'idempotency-key': 'andere-volgorde',
    });
    expect(again.body).toEqual(body);
    expect(again.headers.get('location')).toBe(`/api/v1/meldingen/${body.id}`);
  });

  it('but not with another body', async () => {
    await send('andere-inhoud');
    const { status } = await send('andere-inhoud', { description: 'Iets heel anders, met genoeg tekens.' });
    expect(status).toBe(422);
  });

  it('and may be mended after a refusal with the same key', async () => {
    expect((await send('eerst-fout', { location: { id: 'L99' } })).status).toBe(400);
    expect((await send('eerst-fout')).status).toBe(201);
  });

  it('also after a restart', async () => {
    const { body } = await send('na-herstart');
    const again = await startTestService(intakeService, {
      env: { ...intake.service.env, PORT: '0' },
      identity: intake.service.identity,
    });
    try {
      const headers = { 'content-type': 'application/json', 'idempotency-key': 'na-herstart' };
      const response = await fetch(`${again.url}/api/v1/meldingen`, {
        method: 'POST',
        headers,
        body: JSON.stringify(melding()),
      });
      expect([response.status, await response.json()]).toEqual([201, body]);
    } finally {
      await again.stop();
    }
  });

  it('while without a key each is a melding of its own', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map(() => intake.post<Accepted>('/api/v1/meldingen', melding())),
    );
    expect(one?.body.id).not.toBe(two?.body.id);
    expect(one?.body.followUpCode).not.toBe(two?.body.followUpCode);
  });
});
