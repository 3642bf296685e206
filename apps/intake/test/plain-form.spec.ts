import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RunningIntake } from './running-intake.js';

const PARTNER = 'https://partner.example';
let intake: RunningIntake;
beforeAll(async () => {
  intake = await RunningIntake.start({ FORM_ORIGINS: `${PARTNER}/, https://tweede.example` });
});
afterAll(() => intake.stop());

const form = (change: Record<string, string> = {}): [string, string][] =>
  Object.entries({
    kind: 'KLACHT_OPVANG',
    submitterType: 'OUDER',
    identityMode: 'KNOWN',
    'contact.name': 'Voorbeeld Ouder',
    'contact.email': 'ouder@voorbeeld.example',
    'contact.phone': '',
    'location.id': 'L06',
    'location.description': '',
    'answers.immediateDanger': 'no',
    'answers.conductTypes': 'verbal,force_feeding',
    themes: 'VOEDING',
    description: 'Ze krijgen elke dag hetzelfde te eten.',
    consentToShareIdentity: 'yes',
    factDate: '2024-04-22',
    ...change,
  });

describe('a plain HTML form without JavaScript (contract.md 3)', () => {
  it('leads to a page that shows reference and code once, and never in an address', async () => {
    const sent = await intake.postForm(form());
    expect(sent.status).toBe(303);
    const address = sent.headers.get('location') ?? '';
    expect(address).toMatch(/^\/bevestiging\/[\w-]{43}$/);

    await intake.send('HEAD', address);
    const page = await intake.get(address);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text).toMatch(/OP-[2-9A-Z]{4}-[2-9A-Z]{4}/);
    const [code = ''] = /(\d{4} ){3}\d{4}/.exec(page.text) ?? [];
    expect(code).not.toBe('');
    expect(address).not.toContain(code.replaceAll(' ', ''));
    expect(page.text).toContain('je volledige adres');
    expect(page.text).toContain('binnen 45 kalenderdagen');
    expect(page.text).not.toContain('<script');

    expect((await intake.post('/api/v1/follow-up/tokens', { code })).status).toBe(200);
    const again = await intake.get(address);
    expect(again.status).toBe(410);
    expect(again.text).not.toContain(code);
  });

  it('is read like JSON: lists, booleans, nothing for what was left empty', async () => {
    await intake.postForm(form({ description: 'Deze melding herken ik aan haar tekst.' }));
    const [row] = await intake.rows(
      'SELECT kind, channel, answers, themes, consent_to_share_identity, reachable_by_phone FROM melding ORDER BY created_at DESC LIMIT 1',
    );
    expect(row).toMatchObject({
      kind: 'KLACHT_OPVANG',
      channel: 'WEB',
      themes: ['VOEDING'],
      consent_to_share_identity: true,
      reachable_by_phone: false,
      answers: expect.objectContaining({ conductTypes: ['verbal', 'force_feeding'], injury: 'unknown' }),
    });
  });

  it('comes back filled in, with each fault beside its question', async () => {
    const hostile = `"><script>alert(1)</script>`;
    const { status, headers, text } = await intake.postForm(
      form({
        'contact.email': 'geen-adres',
        'contact.name': hostile,
        description: 'te kort',
        'answers.immediateDanger': '',
      }),
    );
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('text/html');
    expect(headers.get('content-security-policy')).toContain(`form-action 'self'`);
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(text).toContain('Je bericht is nog niet verstuurd');
    expect(text).toMatch(/href="#contact\.email"/);
    expect(text).toMatch(/href="#description"/);
    expect(text).toMatch(/href="#answers\.immediateDanger"/);
    expect(text).toContain('value="geen-adres"');
    expect(text).toContain('te kort</textarea>');
    expect(text).toMatch(/<option value="OUDER" selected/);
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script>');
  });

  it.each([
    ['too large', 'application/x-www-form-urlencoded', 'description=' + 'x'.repeat(1_100_000), 413, '1 MB'],
    ['with another encoding', 'multipart/form-data; boundary=x', '--x--', 415, 'bel 1712'],
    ['as plain text', 'text/plain', 'description=hallo', 415, 'bel 1712'],
    ['without a media type', '', 'description=hallo', 415, 'bel 1712'],
  ])('is answered with a page when it is %s', async (_what, type, body, expected, words) => {
    const accept = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8';
    const asked = { method: 'POST', headers: { 'content-type': type, accept }, body: Buffer.from(body) };
    const { status, headers, text } = await intake.send('POST', '/api/v1/meldingen', asked);
    expect([status, headers.get('content-type')]).toEqual([expected, 'text/html; charset=utf-8']);
    expect(text).toMatch(/<h1>.*role="alert"/s);
    expect(text).toContain(words);
    expect(text).not.toMatch(/application\/json|<style|style="/);
    const forPrograms = await intake.send('POST', '/api/v1/meldingen', {
      ...asked,
      headers: { 'content-type': 'text/plain', accept: 'application/json' },
    });
    expect(forPrograms.headers.get('content-type')).toContain('application/problem+json');
  });

  it('has pages with a style of their own address, and nothing inline', async () => {
    const { headers, text } = await intake.postForm(form({ description: '' }));
    expect(headers.get('content-security-policy')).toContain(`style-src 'self'`);
    const address = /<link rel="stylesheet" href="([^"]+)"/.exec(text)?.[1] ?? '';
    const style = await intake.get(address);
    expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect(text).not.toMatch(/<style|style="|<script/);
  });

  it('may come from a partner we know, from our own page, or from a program', async () => {
    for (const origin of [PARTNER, 'https://tweede.example', intake.service.url]) {
      expect((await intake.postForm(form(), { origin })).status).toBe(303);
    }
    expect((await intake.postForm(form())).status).toBe(303);
    const hidden = { origin: 'null', 'sec-fetch-site': 'same-origin' };
    expect((await intake.postForm(form(), hidden)).status).toBe(303);
  });

  it.each(['https://vreemd.example', 'null', 'https://partner.example.vreemd.example'])(
    'may not come from %s',
    async (origin) => {
      const before = await intake.count('melding');
      const { status, text } = await intake.postForm(form(), { origin });
      expect(status).toBe(403);
      expect(text).toContain('Je bericht is niet bewaard');
      expect(await intake.count('melding')).toBe(before);
    },
  );

  it('lets pages of a partner call the API, and no others', async () => {
    const preflight = (origin: string) =>
      intake.send('OPTIONS', '/api/v1/meldingen', {
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      });
    expect((await preflight(PARTNER)).headers.get('access-control-allow-origin')).toBe(PARTNER);
    expect((await preflight('https://vreemd.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});
