import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPortal, type StartedPortal } from './started-portal.js';

const CODE = '4821 0937 5526 1048';
const STATUS = {
  reference: 'OP-7K3M-Q9XD',
  kind: 'MELDING',
  status: 'TRIAGED',
  statusLabel: 'Ingeschat',
  trace: [{ step: 'RECEIVED', at: '2026-11-21T20:15:00Z', label: 'We hebben je bericht ontvangen' }],
  messages: [],
};
let started: StartedPortal;

beforeAll(async () => {
  started = await startPortal();
}, 60_000);
afterAll(() => started.stop());

async function post(path: string, fields: Record<string, string>) {
  const answer = await fetch(`${started.portal.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin' },
  });
  return { status: answer.status, page: await answer.text() };
}

describe('follow-up by code', () => {
  it('shows where the melding is, in Belgian time, and keeps the code out of addresses', async () => {
    started.intake.answer('POST /api/v1/follow-up/tokens', () => ({
      status: 200,
      body: { token: 't0ken', expiresIn: 600 },
    }));
    started.intake.answer('GET /api/v1/follow-up', () => ({ status: 200, body: STATUS }));
    const { status, page } = await post('/opvolgen', { code: CODE });
    expect(status).toBe(200);
    expect(page).toContain('zaterdag 21 november 2026 om 21.15 uur');
    expect(page).toContain('Ingeschat');
    expect(page).not.toContain(CODE);
    expect(started.intake.requests.map(({ route }) => route).join(' ')).not.toContain('4821');
  });

  it.each([
    [404, {}, 404, 'Met deze code vinden we geen melding.'],
    [429, { 'retry-after': '90' }, 429, 'Wacht 2 minuten en probeer dan opnieuw.'],
    [503, {}, 503, 'Dit lukt even niet'],
  ])('says what to do when intake answers %i', async (answered, headers, status, words) => {
    started.intake.answer('POST /api/v1/follow-up/tokens', () => ({ status: answered, body: {}, headers }));
    const shown = await post('/opvolgen', { code: CODE });
    expect(shown.status).toBe(status);
    expect(shown.page).toContain(words);
  });

  it('asks for the code again when the page was left open too long', async () => {
    started.intake.answer('GET /api/v1/follow-up', () => ({ status: 401, body: {} }));
    const { page } = await post('/opvolgen/stand', { token: 'oud' });
    expect(page).toContain('Vul je opvolgcode opnieuw in.');
  });

  it('asks for a code when there is none', async () => {
    expect(await post('/opvolgen', { code: ' ' })).toMatchObject({ status: 400 });
  });
});
