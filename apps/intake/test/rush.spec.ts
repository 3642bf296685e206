import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { melding, RunningIntake, type Accepted } from './running-intake.js';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await RunningIntake.start();
});
afterAll(() => intake.stop());

describe('a rush of meldingen, written together', () => {
  it('keeps each with its own vault, trace and event, and the bad ones fail alone', async () => {
    const before = await intake.count('melding');
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, number) =>
        intake.post<Accepted>(
          '/api/v1/meldingen',
          melding({
            location: { id: number % 10 === 3 ? 'L99' : 'L02' },
            answers: { immediateDanger: number % 2 === 0 ? 'yes' : 'no' },
          }),
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(6);
    const accepted = answers.filter(({ status }) => status === 201).map(({ body }) => body);
    expect(accepted).toHaveLength(54);
    expect(await intake.count('melding')).toBe(before + 54);
    expect(new Set(accepted.map(({ reference }) => reference)).size).toBe(54);
    const whole = await intake.rows<{ id: string; events: number }>(
      `SELECT m.id, (SELECT count(*)::int FROM messaging_outbox o WHERE o.key = m.id::text) AS events
       FROM melding m JOIN melding_vault v ON v.melding_id = m.id
       JOIN trace_step t ON t.melding_id = m.id AND t.step = 'RECEIVED'
       WHERE m.id = ANY ($1)`,
      [accepted.map(({ id }) => id)],
    );
    expect(whole).toHaveLength(54);
    const eventsOf = new Map(whole.map(({ id, events }) => [id, events]));
    answers.forEach(({ status, body }, number) => {
      if (status === 201) expect(eventsOf.get(body.id)).toBe(number % 2 === 0 ? 2 : 1);
    });
  });

  it('answers one key once, in the middle of others', async () => {
    const before = await intake.count('melding');
    const send = (headers: Record<string, string> = {}) =>
      intake.post<Accepted>('/api/v1/meldingen', melding(), headers);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, number) =>
        send(number % 4 === 0 ? { 'idempotency-key': 'midden-in-de-drukte' } : {}),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(31);
    expect(await intake.count('melding')).toBe(before + 31);
  });
});
