import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { confirmed } from './form.steps.js';
import { accessibilityFaults } from './page-checks.js';
import { VIEWS } from './views.js';
import { picture, visit, type Visit } from './visit.js';

const MOST_TABS = 80;
let browser: Browser;
let one: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  one = await visit(browser, VIEWS.desktop);
  page = one.page;
});
afterAll(() => browser.close());

const focused = (): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLElement)) return '';
    return activeElement.getAttribute('name') ?? activeElement.innerText;
  });

/** Presses Tab until a control has the focus, the way somebody without a mouse gets there. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused()) === name) return;
  }
  throw new Error(`No way to ${name} by keyboard`);
}

/** The focused control must lie in sight and under nothing (WCAG 2.2, 2.4.11). */
const focusIsInSight = (): Promise<boolean> =>
  page.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect();
    if (box === undefined) return false;
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return top !== null && (top === document.activeElement || top.closest('label, .op-option') !== null);
  });

describe('a melder by keyboard alone', () => {
  it('goes from the home page to the code', async () => {
    await page.goto('/');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Ga naar de inhoud');
    await tabTo('Ik maak me zorgen over een opvang');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Bezorgdheid melden' }).waitFor();

    await tabTo('answers.immediateDanger');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabTo('location.zoek');
    await page.keyboard.type('Fazantje');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Kies de opvang' }).waitFor();
    await tabTo('location.id');
    await page.keyboard.press('Space');
    await tabTo('description');
    expect(await focusIsInSight()).toBe(true);
    await page.keyboard.type('De begeleidster riep zo hard dat mijn zoontje niet meer naar binnen durfde.');
    await tabTo('submitterType');
    await page.keyboard.type('Ouder');
    await tabTo('identityMode');
    await page.keyboard.press('Space');
    for (const _ of [1, 2]) await page.keyboard.press('ArrowDown');
    await tabTo('Verstuur');
    expect(await focusIsInSight()).toBe(true);
    await page.keyboard.press('Enter');

    expect((await confirmed(page)).code).toMatch(/^\d{4} /);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(one.faults).toEqual([]);
    await picture(page, 'bevestiging-desktop');
  });
});
