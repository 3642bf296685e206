import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { confirmed, fillAnonymousConcern } from './form.steps.js';
import { VIEWS } from './views.js';
import { picture, visit, type Visit } from './visit.js';

let browser: Browser;
let one: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  one = await visit(browser, VIEWS.withoutScript);
  page = one.page;
});
afterAll(() => browser.close());

const send = (): Promise<void> => page.getByRole('button', { name: 'Verstuur' }).click();

describe('a melder without script', () => {
  it('hears what is missing, beside the fields and at the top, and loses nothing', async () => {
    await page.goto('/melden/melding');
    await page.getByLabel('Wat is er gebeurd?').fill('Te kort');
    await page.getByLabel('Ja, jullie mogen mijn naam kennen').check();
    await send();
    expect(await page.title()).toMatch(/^Fout: /);
    const summary = page.getByRole('alert');
    const links = await summary.getByRole('link').allInnerTexts();
    expect(links).toEqual([
      'Zeg of er nu een kind in gevaar is. “Weet ik niet” mag ook.',
      'Kies een opvang, of beschrijf ze met je eigen woorden.',
      'Schrijf iets meer bij je bericht: minstens 20 tekens.',
      'Kies in welke hoedanigheid je meldt.',
      'Geef je e-mailadres of je telefoonnummer, of kies om anoniem te melden.',
    ]);
    expect(await page.getByLabel('Wat is er gebeurd?').inputValue()).toBe('Te kort');
    expect(await page.getByLabel('Ja, jullie mogen mijn naam kennen').isChecked()).toBe(true);
    await picture(page, 'melding-fouten');
    await summary.getByRole('link', { name: 'Schrijf iets meer' }).click();
    expect(page.url()).toMatch(/#veld-description$/);
  });

  it('finds the childcare, sends, and gets a code', async () => {
    await fillAnonymousConcern(page);
    await picture(page, 'melding-ingevuld');
    await send();
    const { reference, code } = await confirmed(page);
    expect(reference).toMatch(/^OP-/);
    expect(code).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
    expect(page.url()).not.toContain(code.slice(0, 4));
    await picture(page, 'bevestiging');
  });

  it('makes no second melding by reloading the confirmation', async () => {
    const first = await confirmed(page);
    await page.reload();
    expect(await confirmed(page)).toEqual(first);
  });

  it('gets the receipt as a file', async () => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download het bewijs' }).click();
    expect((await downloading).suggestedFilename()).toBe('ontvangstbewijs.jws.txt');
  });

  it('follows the melding by code, and is told kindly about a wrong one', async () => {
    const { code, reference } = await confirmed(page);
    await page.goto('/opvolgen');
    await page.getByLabel('Je opvolgcode').fill('0000 0000 0000 0000');
    await page.getByRole('button', { name: 'Bekijk mijn melding' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Met deze code vinden we geen melding.');
    await picture(page, 'opvolgen-fout');
    await page.getByLabel('Je opvolgcode').fill(code.replaceAll(' ', ''));
    await page.getByRole('button', { name: 'Bekijk mijn melding' }).click();
    await page.getByRole('heading', { name: 'Zo staat het met je melding' }).waitFor();
    expect(await page.locator('main').innerText()).toContain(reference);
    await page.getByRole('button', { name: 'Kijk of er nieuws is' }).click();
    expect(await page.getByRole('main').getByRole('listitem').first().innerText()).toContain(
      'We hebben je bericht ontvangen',
    );
    await picture(page, 'opvolgen-stand');
    expect(one.faults).toEqual([]);
    expect(await one.context.cookies()).toEqual([]);
  });
});
