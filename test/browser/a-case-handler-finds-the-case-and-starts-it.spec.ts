import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { report } from '../journeys/melder.steps.js';
import { aMelding } from '../journeys/melding.builder.js';
import { caseWhen, type Case } from '../journeys/staff.steps.js';
import { launchChromium } from './chromium.js';
import { accessibilityFaults, sidewaysPixels } from './page-checks.js';
import { signIn } from './staff.steps.js';
import { VIEWS } from './views.js';
import { picture, portalUrl, visit, type Visit } from './visit.js';

const HANDLER = 'kb.mc.een';
const STORY =
  'Mijn zoontje kwam thuis met een blauwe plek <b>op zijn arm</b>. De begeleidster had hem geslagen, zegt hij.';
let browser: Browser;
let one: Visit;
let page: Page;
let found: Case;

beforeAll(async () => {
  browser = await launchChromium();
  one = await visit(browser, VIEWS.desktop);
  page = one.page;
  const { reference } = await report(aMelding({ description: STORY, location: { id: 'L02' } }));
  found = await caseWhen(HANDLER, reference, ({ reasons }) =>
    reasons.some(({ code }) => code === 'TXT-GEWELD'),
  );
});
afterAll(() => browser.close());

describe('a case handler logs in, finds the case and starts it', () => {
  it('is asked to sign in, and comes back to the page asked for', async () => {
    await page.goto(`/werklijst?q=${found.reference}`);
    await signIn(page, HANDLER);
    expect(page.url()).toBe(`${portalUrl()}/werklijst?q=${found.reference}`);
  });

  it('finds the case in the worklist, with urgency in words and terms', async () => {
    const row = page.getByRole('row').filter({ hasText: found.reference });
    expect(await row.innerText()).toMatch(/Dringend[\s\S]*nog \d+/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Toon alles' }).click();
    await picture(page, 'werklijst-desktop');
    await page.goBack();
  });

  it('sees why: the rules, and the words that they matched', async () => {
    await page.getByRole('link', { name: found.reference }).click();
    const marks = await page.locator('mark').allInnerTexts();
    expect(marks.find((mark) => mark.startsWith('geslagen'))).toContain('TXT-GEWELD');
    expect(await page.locator('.op-story').first().innerText()).toContain('<b>op zijn arm</b>');
    expect(await page.getByRole('region', { name: 'Waarom deze urgentie?' }).innerText()).toContain(
      'TXT-GEWELD',
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'zaak-desktop');
  });

  it('starts it, and sees that it is so', async () => {
    await page.getByRole('button', { name: 'Start het onderzoek' }).click();
    await page.getByText('In onderzoek', { exact: true }).waitFor();
    expect(await page.getByRole('region', { name: 'Geschiedenis' }).innerText()).toContain('Mila Denkens');
    expect(await page.getByRole('button', { name: 'Start het onderzoek' }).count()).toBe(0);
  });

  it('must say why when raising the urgency', async () => {
    await page.getByText('Verhoog de urgentie').click();
    await page.getByRole('button', { name: 'Verhoog', exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Schrijf waarom je de urgentie verhoogt.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Nieuwe urgentie').selectOption('CRISIS');
    await page.getByLabel('Waarom?').fill('Het broertje is nu nog in die leefgroep.');
    await page.getByRole('button', { name: 'Verhoog', exact: true }).click();
    await page.getByText('Reden: Het broertje is nu nog in die leefgroep.').waitFor();
    await picture(page, 'zaak-crisis-desktop');
  });

  it('works on a phone and at 400 %', async () => {
    const state = await one.context.storageState();
    for (const view of ['phone', 'zoomed'] as const) {
      const small = await visit(browser, { ...VIEWS[view], storageState: state });
      for (const [name, address] of [
        ['werklijst', '/werklijst'],
        ['zaak', `/zaken/${found.id}`],
      ] as const) {
        await small.page.goto(address);
        expect(await sidewaysPixels(small.page)).toBe(0);
        expect(await accessibilityFaults(small.page)).toEqual([]);
        if (view === 'phone') await picture(small.page, `${name}-phone`);
      }
      await small.context.close();
    }
  });

  it('finds no case that is not there, and signs out for good', async () => {
    await page.goto('/zaken/0193a5b0-0000-7000-8000-000000000000');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Deze pagina bestaat niet');
    await page.goto('/werklijst');
    await page.getByRole('button', { name: 'Afmelden' }).click();
    // The identity provider asks once more, for its own session.
    await page.waitForURL((url) => url.origin !== portalUrl());
    await page.getByRole('button', { name: 'Afmelden' }).click();
    await page.waitForURL(`${portalUrl()}/`);
    await page.goto('/werklijst');
    expect(await page.getByLabel('Wachtwoord').isVisible()).toBe(true);
    expect(one.faults).toEqual([]);
  });
});
