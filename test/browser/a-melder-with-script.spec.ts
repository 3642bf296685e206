import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { confirmed, fillAnonymousConcern } from './form.steps.js';
import { accessibilityFaults, sidewaysPixels } from './page-checks.js';
import { VIEWS } from './views.js';
import { picture, portalUrl, visit, type Visit } from './visit.js';

let browser: Browser;
let one: Visit;
let page: Page;
let code: string;

beforeAll(async () => {
  browser = await launchChromium();
  one = await visit(browser, VIEWS.phone);
  await one.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: portalUrl() });
  page = one.page;
});
afterAll(() => browser.close());

async function expectGoodPage(name: string): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysPixels(page)).toBe(0);
  expect(one.faults).toEqual([]);
  await picture(page, name);
}

describe('a melder on a phone', () => {
  it('is led to the first thing that is missing', async () => {
    await page.goto('/melden/gevaarsituatie');
    await page.getByRole('button', { name: 'Verstuur' }).click();
    const summary = page.getByRole('alert');
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    await expectGoodPage('gevaarsituatie-fouten-phone');
    await summary.getByRole('link').first().click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
      'answers.immediateDanger',
    );
  });

  it('may leave out what is only asked for, by sending once more', async () => {
    await page.getByRole('group', { name: 'Is er nu een kind in gevaar?' }).getByLabel('Nee').check();
    await page.getByLabel('Niet gevonden? Beschrijf de opvang').fill('De opvang met de gele poort');
    await page
      .getByLabel('Wat is er gebeurd?')
      .fill('Een kindje viel van de verzorgingstafel en huilde lang.');
    await page.getByLabel('In welke hoedanigheid meld je?').selectOption('MEDEWERKER');
    await page.getByLabel('Nee, ik meld anoniem').check();
    await page.getByRole('button', { name: 'Verstuur' }).click();
    expect((await confirmed(page)).reference).toMatch(/^OP-/);
  });

  it('copies the code', async () => {
    await fillAnonymousConcern(page);
    await page.getByRole('button', { name: 'Verstuur' }).click();
    ({ code } = await confirmed(page));
    await page.getByRole('button', { name: 'Kopieer de code' }).click();
    await page.getByText('De code is gekopieerd.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
    await expectGoodPage('bevestiging-phone');
  });

  it('has the code on paper, and not the buttons', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#opvolgcode').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Kopieer de code' }).isVisible()).toBe(false);
    await picture(page, 'bevestiging-print');
    await page.emulateMedia({ media: 'screen' });
  });

  it('follows the melding by code', async () => {
    await page.goto('/opvolgen');
    await page.getByRole('button', { name: 'Bekijk mijn melding' }).click();
    await expectGoodPage('opvolgen-fout-phone');
    await page.getByLabel('Je opvolgcode').fill(code);
    await page.getByRole('button', { name: 'Bekijk mijn melding' }).click();
    await page.getByRole('heading', { name: 'Zo staat het met je melding' }).waitFor();
    await expectGoodPage('opvolgen-stand-phone');
  });
});
