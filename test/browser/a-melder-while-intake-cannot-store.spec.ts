import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { eventually, startTestService, testDatabaseServer, type TestService } from '#platform/testing';
import { DatabaseLine } from '../../apps/intake/test/database-line.js';
import { RunningIntake } from '../../apps/intake/test/running-intake.js';
import { portalService } from '../../apps/portal/src/service.js';
import { launchChromium } from './chromium.js';
import { confirmed, fillAnonymousConcern } from './form.steps.js';
import { accessibilityFaults } from './page-checks.js';
import { VIEWS } from './views.js';
import { picture } from './visit.js';

const PATIENCE_MS = 30_000;

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

/** Intake and portal of this test alone, so that nobody else's database or service goes away. */
describe('a melder while intake cannot store', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let intake: RunningIntake;
  let portal: TestService;
  let toDatabase: DatabaseLine;
  let toIntake: DatabaseLine;
  let intakeUrl: string;
  let before: number;

  const startPortal = async (port: string, databaseUrl?: string): Promise<TestService> =>
    startTestService(portalService, {
      identity: intake.service.identity,
      env: {
        PORT: port,
        INTAKE_URL: intakeUrl,
        TRIAGE_URL: 'http://127.0.0.1:9',
        PORTAL_PUBLIC_URL: `http://127.0.0.1:${port}`,
        PORTAL_CLIENT_SECRET: 'test',
        DATABASE_URL: databaseUrl,
      },
    });

  beforeAll(async () => {
    const directUrl = await (await testDatabaseServer()).createDatabase('intake_behind_portal');
    toDatabase = new DatabaseLine(new URL(directUrl));
    intake = await RunningIntake.start({ DATABASE_URL: await toDatabase.open() }, directUrl);
    toIntake = new DatabaseLine(new URL(intake.service.url));
    intakeUrl = (await toIntake.open()).replace(/\/$/, '');
    portal = await startPortal(await freePort());
    browser = await launchChromium();
  });
  beforeEach(async () => {
    before = await intake.count('melding');
    context = await browser.newContext({ ...VIEWS.phone, baseURL: portal.url, locale: 'nl-BE' });
    context.setDefaultTimeout(PATIENCE_MS);
    page = await context.newPage();
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser.close();
    await portal.stop();
    await toIntake.cut();
    await intake.stop();
    await toDatabase.cut();
  });

  const send = (): Promise<void> => page.getByRole('button', { name: 'Verstuur' }).click();
  const saysWhatToDo = async (): Promise<void> => {
    await page.getByRole('alert').waitFor();
    const said = await page.getByRole('alert').innerText();
    expect(said).toContain('Onze dienst is even niet bereikbaar');
    for (const number of ['112', '101', '1712']) expect(said).toContain(number);
    expect(await page.getByRole('alert').getByRole('link', { name: '112' }).getAttribute('href')).toBe(
      'tel:112',
    );
    expect(await accessibilityFaults(page)).toEqual([]);
  };

  it('keeps every answer, hears whom to call, and sends it once the database is back', async () => {
    await fillAnonymousConcern(page);
    await toDatabase.cut();
    await send();
    await saysWhatToDo();
    expect(await page.title()).toMatch(/^Fout: /);
    expect(await page.getByLabel('Wat is er gebeurd?').inputValue()).toContain(
      'Toen ik mijn dochter kwam halen',
    );
    expect(await page.getByLabel("'t Fluwelen Fazantje, Verzinbeke").isChecked()).toBe(true);
    expect(await page.getByLabel('Nee, ik meld anoniem').isChecked()).toBe(true);
    await picture(page, 'niet-verstuurd');
    expect(await intake.count('melding')).toBe(before);

    await toDatabase.open();
    await eventually(async () => expect((await intake.get('/health/ready')).status).toBe(200));
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    expect((await confirmed(page)).reference).toMatch(/^OP-/);
    expect(await intake.count('melding')).toBe(before + 1);
  });

  it('keeps every answer too when the portal itself was started again meanwhile', async () => {
    await fillAnonymousConcern(page);
    await toIntake.cut();
    const { PORT: port = '', DATABASE_URL: databaseUrl } = portal.env;
    await portal.stop();
    portal = await startPortal(port, databaseUrl);
    await send();
    await saysWhatToDo();
    expect(await page.getByText('Toen ik mijn dochter kwam halen').isVisible()).toBe(true);
    await picture(page, 'antwoorden-bewaard');
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await saysWhatToDo();

    await toIntake.open();
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    expect((await confirmed(page)).reference).toMatch(/^OP-/);
    expect(await intake.count('melding')).toBe(before + 1);
  });

  it('who has not begun yet hears whom to call', async () => {
    await toIntake.cut();
    const { PORT: port = '', DATABASE_URL: databaseUrl } = portal.env;
    await portal.stop();
    portal = await startPortal(port, databaseUrl);
    const answer = await page.goto('/melden/melding');
    expect(answer?.status()).toBe(503);
    expect(await answer?.headerValue('retry-after')).toEqual(expect.any(String));
    expect(await page.locator('main').innerText()).toMatch(/Bel 112/);
    await picture(page, 'dienst-onbereikbaar');
    await toIntake.open();
  });
});
