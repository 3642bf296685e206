import type { Page } from 'playwright-core';

const STORY =
  'Toen ik mijn dochter kwam halen, zat ze alleen op de gang te huilen. Niemand wist hoe lang al.';

/** Fills in the form "Bezorgdheid melden" as an anonymous neighbour who finds the childcare by its municipality. */
export async function fillAnonymousConcern(page: Page): Promise<void> {
  await page.goto('/melden/melding');
  await page.getByLabel('Zoek op naam of gemeente').fill('Verzinbeke');
  await page.getByRole('button', { name: 'Zoek opvang' }).click();
  await page.getByLabel("'t Fluwelen Fazantje, Verzinbeke").check();
  await page.getByRole('group', { name: 'Is er nu een kind in gevaar?' }).getByLabel('Weet ik niet').check();
  await page.getByLabel('Wat is er gebeurd?').fill(STORY);
  await page.getByLabel('In welke hoedanigheid meld je?').selectOption('BURGER');
  await page.getByLabel('Nee, ik meld anoniem').check();
}

export interface Confirmed {
  reference: string;
  code: string;
}

/** Reads reference and follow-up code from the page that confirms a melding. */
export async function confirmed(page: Page): Promise<Confirmed> {
  await page.getByRole('heading', { name: 'Bedankt. We hebben je bericht goed ontvangen' }).waitFor();
  const code = (await page.locator('#opvolgcode').innerText()).trim();
  const [reference = ''] = /OP-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.locator('main').innerText()) ?? [];
  return { reference, code };
}
