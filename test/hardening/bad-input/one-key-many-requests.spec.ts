import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Accepted } from '../../journeys/melder.steps.js';
import { waitUntil } from '../../system/wait-until.js';
import type { Answer } from '../asking/ask.js';
import { rowCount } from '../database/row-counts.js';
import { meldingWith, outcomeOf, sendMelding } from './melding-input.js';

const MANY = 200;
const acceptedIn = ({ text }: Answer): Accepted => JSON.parse(text) as Accepted;

describe(`${MANY} simultaneous requests with one key`, () => {
  it('are one melding, and each gets its answer', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = meldingWith({});
    const before = await rowCount('intake', 'melding');
    const answers = await Promise.all(Array.from({ length: MANY }, () => sendMelding(body, key)));

    const accepted = answers.filter(({ status }) => status === 201).map(acceptedIn);
    const waiting = answers.filter(({ status }) => status !== 201).map(outcomeOf);
    expect(new Set(accepted.map(({ id }) => id)).size).toBe(1);
    expect(new Set(accepted.map(({ followUpCode }) => followUpCode)).size).toBe(1);
    for (const { status } of waiting) expect(status).toBe(409);
    expect(await rowCount('intake', 'melding')).toBe(before + 1);

    const later = await waitUntil(async () => {
      const answer = await sendMelding(body, key);
      return answer.status === 201 ? acceptedIn(answer) : undefined;
    }, 'the stored answer');
    expect(later.id).toBe(accepted[0]?.id);
    expect(outcomeOf(await sendMelding(meldingWith({ language: 'fr' }), key)).status).toBe(422);
  });
});
