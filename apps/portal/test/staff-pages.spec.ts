import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SessionStore } from '../src/session/session.store.js';
import { SESSION_OF, caseAnswer, contentAnswer } from './staff-answers.js';
import { startPortal, type StartedPortal } from './started-portal.js';

const CASE = `/zaken/${caseAnswer.id}`;
const ACTION = `POST /api/v1/cases/${caseAnswer.id}/actions`;
let started: StartedPortal;
let cookie: string;

async function signedIn(expiresAt: Date): Promise<string> {
  return `sessie=${await started.portal.app.get(SessionStore, { strict: false }).create({ ...SESSION_OF, expiresAt })}`;
}
const inAnHour = (): Date => new Date(Date.now() + 3_600_000);

beforeAll(async () => {
  started = await startPortal();
  started.triage.answer(`GET /api/v1/cases/${caseAnswer.id}`, () => ({ status: 200, body: caseAnswer }));
  started.triage.answer('GET /api/v1/worklist', () => ({
    status: 200,
    body: { items: [], nextCursor: 'verder' },
  }));
  started.intake.answer(`GET /api/v1/meldingen/${caseAnswer.meldingId}`, () => ({
    status: 200,
    body: contentAnswer,
  }));
  started.intake.answer(`GET /api/v1/meldingen/${caseAnswer.meldingId}/trace`, () => ({
    status: 200,
    body: { items: [] },
  }));
  cookie = await signedIn(inAnHour());
}, 60_000);
afterAll(() => started.stop());

async function ask(path: string, init: RequestInit & { cookie?: string } = {}) {
  const answer = await fetch(`${started.portal.url}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { accept: 'text/html', cookie: init.cookie ?? cookie },
  });
  return { status: answer.status, page: await answer.text(), headers: answer.headers };
}

const csrfIn = (page: string): string => /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
const act = (fields: Record<string, string>) =>
  ask(CASE, { method: 'POST', body: new URLSearchParams(fields) });

describe('pages of staff', () => {
  it.each(['/werklijst?queue=CRISISWACHT', CASE])(
    'send whoever is not signed in to sign in, and back to %s',
    async (path) => {
      const { status, headers } = await ask(path, { cookie: '' });
      expect(status).toBe(303);
      expect(headers.get('location')).toBe(`/login?terug=${encodeURIComponent(path)}`);
    },
  );

  it('take no session that has ended, nor one that was made up', async () => {
    const ended = await signedIn(inAnHour());
    await started.portal.app.get(DataSource).query(
      `UPDATE portal_session SET created_at = now() - interval '2 hours', expires_at = now() - interval '1 hour'
       WHERE id_hash = sha256($1)`,
      [Buffer.from(ended.replace('sessie=', ''))],
    );
    for (const other of [ended, `sessie=${'A'.repeat(43)}`, 'sessie=x']) {
      expect((await ask('/werklijst', { cookie: other })).status).toBe(303);
    }
  });

  it('ask triage with the token of the person, and lead to the next page', async () => {
    const { status, page, headers } = await ask('/werklijst?level=HIGH&q=fazant');
    expect(status).toBe(200);
    expect(page).toContain('href="/werklijst?level=HIGH&amp;q=fazant&amp;cursor=verder"');
    expect(headers.get('content-security-policy')).toContain(
      `form-action 'self' ${started.portal.identity.issuer}`,
    );
    const asked = started.triage.requests.at(-1);
    expect(asked?.route).toBe('GET /api/v1/worklist?level=HIGH&q=fazant');
    expect(asked?.headers.authorization).toBe(`Bearer ${SESSION_OF.accessToken}`);
  });

  it('send to sign in again when a service no longer takes the token', async () => {
    const other = await startPortal();
    try {
      other.triage.answer('GET /api/v1/worklist', () => ({ status: 401, body: {} }));
      const id = await other.portal.app
        .get(SessionStore, { strict: false })
        .create({ ...SESSION_OF, expiresAt: inAnHour() });
      const answer = await fetch(`${other.portal.url}/werklijst`, {
        redirect: 'manual',
        headers: { cookie: `sessie=${id}` },
      });
      expect(answer.headers.get('location')).toBe('/login?terug=%2Fwerklijst');
    } finally {
      await other.stop();
    }
  }, 60_000);

  it('keep names and tokens sealed in the database', async () => {
    const rows: { sealed: Buffer }[] = await started.portal.app
      .get(DataSource)
      .query('SELECT sealed FROM portal_session');
    expect(rows.length).toBeGreaterThan(0);
    for (const { sealed } of rows) {
      expect(sealed.toString('latin1')).not.toMatch(/Mila|kb\.mc|access-token/);
    }
  });
});

describe('a case', () => {
  it('shows the text escaped, with the words that counted, and the melder', async () => {
    const { page } = await ask(CASE);
    expect(page).toMatch(/<mark>geslagen<span/);
    expect(page).toContain('&lt;script>');
    expect(page).toContain('Voorbeeld Ouder');
  });

  it.each([403, 404])('shows what the role may see when intake answers %i', async (status) => {
    started.intake.answer(`GET /api/v1/meldingen/${caseAnswer.meldingId}`, () => ({ status, body: {} }));
    const { page } = await ask(CASE);
    expect(page).toContain('Jouw rol geeft geen toegang tot wat de melder schreef.');
    expect(page).toContain('TXT-GEWELD');
    started.intake.answer(`GET /api/v1/meldingen/${caseAnswer.meldingId}`, () => ({
      status: 200,
      body: contentAnswer,
    }));
  });

  it('does an action on the version that was on the screen, once per form', async () => {
    started.triage.answer(ACTION, () => ({ status: 200, body: caseAnswer }));
    const csrf = csrfIn((await ask(CASE)).page);
    const { status, headers } = await act({
      csrf,
      action: 'start',
      form: 'start',
      version: '3',
      sendKey: 'sleutel-1',
    });
    expect(status).toBe(303);
    expect(headers.get('location')).toBe(CASE);
    const sent = started.triage.requests.findLast(({ route }) => route === ACTION);
    expect(sent?.body).toEqual({ action: 'start' });
    expect(sent?.headers).toMatchObject({ 'if-match': '"3"', 'idempotency-key': 'sleutel-1' });
  });

  it('says why triage refuses, and keeps what was written', async () => {
    const detail = 'Iemand heeft deze zaak intussen gewijzigd.';
    started.triage.answer(ACTION, () => ({ status: 412, body: { detail } }));
    const csrf = csrfIn((await ask(CASE)).page);
    const raise = {
      csrf,
      action: 'raise',
      form: 'verhoog',
      level: 'CRISIS',
      reason: 'Het is nog bezig',
      version: '2',
      sendKey: 'sleutel-2',
    };
    const { status, page } = await act(raise);
    expect(status).toBe(412);
    expect(page).toContain(detail);
    expect(page).toContain('Het is nog bezig');
  });

  it.each(['', 'A'.repeat(43)])(
    'does nothing for a form without the token of the session ("%s")',
    async (csrf) => {
      const before = started.triage.requests.length;
      expect(
        (await act({ csrf, action: 'start', form: 'start', version: '3', sendKey: 'sleutel-3' })).status,
      ).toBe(403);
      expect(started.triage.requests.length).toBe(before);
    },
  );

  it('is not there for an address that cannot be one', async () => {
    expect((await ask('/zaken/..%2F..%2Fhealth')).status).toBe(404);
  });
});

describe('a wrong link', () => {
  const isStaffPage = (page: string): boolean =>
    page.includes('action="/logout"') && page.includes('Mila') && !page.includes('Verlaat deze site snel');

  it.each([
    [404, `/zaken/0193a5b0-0000-7000-8000-000000000000`],
    [404, '/zaken/oud'],
    [404, `${CASE}/bijlagen/1`],
    [404, '/werklijst/van-mij'],
    [404, '/bestaat-niet'],
    [405, '/logout'],
  ])('leaves who is signed in among the pages of staff: %i for %s', async (status, path) => {
    started.triage.answer('GET /api/v1/cases/0193a5b0-0000-7000-8000-000000000000', () => ({
      status: 404,
      body: {},
    }));
    const { status: given, page, headers } = await ask(path);
    expect(given).toBe(status);
    expect(isStaffPage(page)).toBe(true);
    expect(page).toContain('<a href="/werklijst">Naar de werklijst</a>');
    expect(page).not.toContain('aria-current=');
    expect(headers.get('content-security-policy')).toContain(
      `form-action 'self' ${started.portal.identity.issuer}`,
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('tells staff that a case may be for another team', async () => {
    expect((await ask('/zaken/oud')).page).toContain('niet zichtbaar voor jouw team');
    expect((await ask('/zaken/oud/verder', { cookie: '' })).page).not.toContain('jouw team');
  });

  it.each(['', 'sessie=x', `sessie=${'A'.repeat(43)}`])(
    'shows the public page to who is not signed in ("%s")',
    async (other) => {
      const { status, page } = await ask('/zaken/oud/verder', { cookie: other });
      expect(status).toBe(404);
      expect(isStaffPage(page)).toBe(false);
      expect(page).toContain('Verlaat deze site snel');
    },
  );

  it('shows a page also while nobody can say who is signed in', async () => {
    const database = started.portal.app.get(DataSource);
    await database.query('ALTER TABLE portal_session RENAME TO portal_session_away');
    try {
      const { status, page } = await ask('/bestaat-niet');
      expect(status).toBe(404);
      expect(page).toContain('Deze pagina bestaat niet');
    } finally {
      await database.query('ALTER TABLE portal_session_away RENAME TO portal_session');
    }
  });

  it('signs out from there', async () => {
    const own = await signedIn(inAnHour());
    const { page } = await ask('/bestaat-niet', { cookie: own });
    await ask('/logout', {
      method: 'POST',
      body: new URLSearchParams({ csrf: csrfIn(page) }),
      cookie: own,
    });
    expect((await ask('/werklijst', { cookie: own })).status).toBe(303);
  });
});
