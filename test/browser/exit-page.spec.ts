import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { VIEWS } from './views.js';
import { portalUrl, visit, type Visit } from './visit.js';

const ELSEWHERE = '**/vrtnws/**';
let browser: Browser;
let one: Visit;

const open = async (view: 'desktop' | 'withoutScript'): Promise<void> => {
  one = await visit(browser, VIEWS[view]);
  // The neutral site is not ours to call from a test.
  await one.context.route(ELSEWHERE, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Nieuws</title>' }),
  );
};

beforeAll(async () => {
  browser = await launchChromium();
});
afterEach(() => one.context.close());
afterAll(() => browser.close());

describe('the way out', () => {
  it('is an ordinary link that tells the other site nothing', async () => {
    await open('withoutScript');
    await one.page.goto('/melden/melding');
    const asked = one.page.waitForRequest(ELSEWHERE);
    await one.page.getByRole('link', { name: 'Verlaat deze site snel' }).click();
    expect((await asked).headers()['referer']).toBeUndefined();
    await one.page.waitForURL(ELSEWHERE);
  });

  it('leaves no way back when there is script', async () => {
    await open('desktop');
    await one.page.goto('/');
    await one.page.goto('/melden/melding');
    await one.page.getByRole('link', { name: 'Verlaat deze site snel' }).click();
    await one.page.waitForURL(ELSEWHERE);
    await one.page.goBack();
    expect(one.page.url()).toBe(`${portalUrl()}/`);
  });

  it.each(['Escape', 'Shift'])(
    'is taken by pressing %s three times, also from within a field',
    async (key) => {
      await open('desktop');
      await one.page.goto('/melden/melding');
      await one.page.getByLabel('Wat is er gebeurd?').fill('Een begin van een verhaal');
      for (const press of [key, key, key]) await one.page.keyboard.press(press);
      await one.page.waitForURL(ELSEWHERE);
    },
  );
});
