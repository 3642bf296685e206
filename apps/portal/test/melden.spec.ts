import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startPortal, type StartedPortal } from './started-portal.js';

const KEY = '0f8fad5b-d9cb-469f-a165-70867728950e';
const ACCEPTED = {
  id: '0193529e-6a0b-7c3e-9f51-2f7d1c0a4b11',
  reference: 'OP-7K3M-Q9XD',
  followUpCode: '4821 0937 5526 1048',
  receivedAt: '2026-11-21T20:15:00Z',
  receipt: 'a.b.c',
  admissibility: { complete: true, missing: [] },
};
const CONCERN = {
  verzendsleutel: KEY,
  'answers.immediateDanger': 'unknown',
  'location.description': 'De opvang met de gele poort',
  description: 'Vandaag zat mijn dochter <b>alleen</b> op de gang te huilen.',
  submitterType: 'OUDER',
  identityMode: 'ANONYMOUS',
};
const BROWSER = { accept: 'text/html', 'sec-fetch-site': 'same-origin' };
const POST = 'POST /api/v1/meldingen';

let started: StartedPortal;

beforeAll(async () => {
  started = await startPortal();
}, 60_000);
afterAll(() => started.stop());
beforeEach(() => {
  started.intake.requests.length = 0;
  started.intake.answer(POST, () => ({ status: 201, body: ACCEPTED }));
});

async function send(
  fields: Record<string, string>,
  headers: Record<string, string> = BROWSER,
  form = 'melding',
) {
  const answer = await fetch(`${started.portal.url}/melden/${form}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
    redirect: 'manual',
  });
  return { status: answer.status, page: await answer.text(), headers: answer.headers };
}

const sentToIntake = () => started.intake.requests.filter(({ route }) => route === POST);

describe('sending a form', () => {
  it('sends one melding with the key of the form, in the name of the visitor, and shows the code once', async () => {
    const { status, page, headers } = await send(CONCERN, { ...BROWSER, 'x-forwarded-for': '192.0.2.7' });
    expect(status).toBe(200);
    expect(page).toContain(ACCEPTED.followUpCode);
    expect(page).toContain(ACCEPTED.reference);
    expect(headers.get('set-cookie')).toBeNull();
    const [sent] = sentToIntake();
    expect(sent?.headers['idempotency-key']).toBe(KEY);
    expect(sent?.headers['x-forwarded-for']).toBe('192.0.2.7, 127.0.0.1');
    expect(sent?.body).toEqual({
      kind: 'MELDING',
      language: 'nl',
      answers: { immediateDanger: 'unknown' },
      location: { description: CONCERN['location.description'] },
      description: CONCERN.description,
      submitterType: 'OUDER',
      identityMode: 'ANONYMOUS',
    });
  });

  it('waits for the first sending when the form comes twice at once', async () => {
    let calls = 0;
    started.intake.answer(POST, () =>
      (calls += 1) < 3 ? { status: 409, body: { code: 'STILL_RUNNING' } } : { status: 201, body: ACCEPTED },
    );
    expect((await send(CONCERN)).page).toContain(ACCEPTED.followUpCode);
    expect(sentToIntake().map(({ headers }) => headers['idempotency-key'])).toEqual([KEY, KEY, KEY]);
  });

  it('says so when the same form was sent before with other answers, and offers a fresh key', async () => {
    started.intake.answer(POST, () => ({ status: 422, body: { code: 'OTHER_BODY' } }));
    const { status, page } = await send(CONCERN);
    expect(status).toBe(422);
    expect(page).toContain('Dit formulier was al verstuurd');
    expect(page).not.toContain(KEY);
    expect(page).toContain('&lt;b>alleen&lt;/b>');
  });

  it('keeps every answer and the key while intake is away, and says whom to call', async () => {
    started.intake.answer(POST, () => ({ status: 503, body: {} }));
    const { status, page } = await send(CONCERN);
    expect(status).toBe(503);
    expect(page).toContain('Je bericht is nog niet verstuurd');
    expect(page).toMatch(/tel:112/);
    expect(page).toContain('&lt;b>alleen&lt;/b>');
    expect(page).toContain(KEY);
    expect(page).toMatch(/value="ANONYMOUS" checked/);
  });

  it('puts what intake refuses beside its field', async () => {
    const message = 'Dit is geen geldig telefoonnummer.';
    started.intake.answer(POST, () => ({
      status: 400,
      body: { errors: [{ pointer: '/contact/phone', code: 'MATCHES', message }] },
    }));
    const { status, page } = await send({ ...CONCERN, identityMode: 'KNOWN', 'contact.phone': 'x' });
    expect(status).toBe(400);
    expect(page).toContain(`<a href="#veld-contact-phone">${message}</a>`);
    expect(page).toContain('<title>Fout: ');
  });

  it('sends nothing while something is missing', async () => {
    const { status, page } = await send({ ...CONCERN, 'answers.immediateDanger': '' });
    expect(status).toBe(400);
    expect(page).toContain('Zeg of er nu een kind in gevaar is.');
    expect(sentToIntake()).toEqual([]);
  });

  it('takes no form of another site', async () => {
    const { status } = await send(CONCERN, { accept: 'text/html', 'sec-fetch-site': 'cross-site' });
    expect(status).toBe(403);
    expect(sentToIntake()).toEqual([]);
  });

  it('says what a klacht lacks to be admissible', async () => {
    const admissibility = { complete: false, missing: ['contact.name', 'contact.address'] };
    started.intake.answer(POST, () => ({ status: 201, body: { ...ACCEPTED, admissibility } }));
    const { page } = await send(CONCERN, BROWSER, 'klacht-opvang');
    expect(page).toContain('vraagt de wet nog je naam en je adres');
  });
});

describe('searching a childcare', () => {
  it('shows the choices and keeps what was typed', async () => {
    started.intake.answer('GET /api/v1/locations', () => ({
      status: 200,
      body: {
        items: [
          { id: 'L02', name: "'t Fluwelen Fazantje", type: 'GROEPSOPVANG', municipality: 'Verzinbeke' },
        ],
      },
    }));
    const { status, page } = await send({ ...CONCERN, actie: 'zoek-opvang', 'location.zoek': 'verzinbeke' });
    expect(status).toBe(200);
    expect(page).toContain("'t Fluwelen Fazantje, Verzinbeke</label>");
    expect(page).toContain('&lt;b>alleen&lt;/b>');
    expect(sentToIntake()).toEqual([]);
  });

  it('asks for own words when searching is not possible', async () => {
    started.intake.answer('GET /api/v1/locations', () => ({ status: 503, body: {} }));
    const { page } = await send({ ...CONCERN, actie: 'zoek-opvang', 'location.zoek': 'verzinbeke' });
    expect(page).toContain('Zoeken lukt nu niet.');
  });
});

describe('a form that intake cannot tell of', () => {
  it('is a page that says so and whom to call, not a bare error', async () => {
    const other = await startPortal();
    try {
      other.intake.answer('GET /api/v1/catalogue', () => ({ status: 503, body: {} }));
      const answer = await fetch(`${other.portal.url}/melden/melding`, { headers: BROWSER });
      expect(answer.status).toBe(503);
      expect(await answer.text()).toMatch(/Dit lukt even niet[\s\S]*1712/);
    } finally {
      await other.stop();
    }
  }, 60_000);
});
