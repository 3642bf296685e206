import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { accessibilityFaults, sidewaysPixels } from './page-checks.js';
import { PUBLIC_ADDRESSES } from './public-addresses.js';
import { VIEWS } from './views.js';
import { picture, visit, type Visit } from './visit.js';

let browser: Browser;
let one: Visit;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

function seenAs(view: keyof typeof VIEWS): void {
  beforeAll(async () => {
    one = await visit(browser, VIEWS[view]);
  });
  afterEach(() => expect(one.faults).toEqual([]));
  afterAll(() => one.context.close());
}

describe.each(['phone', 'desktop'] as const)('public pages on a %s', (view) => {
  seenAs(view);

  it.each(PUBLIC_ADDRESSES)(
    '%s starts with 112 and the way out, and keeps nobody out',
    async (name, address) => {
      await one.page.goto(address);
      expect(await one.page.getByText('Is er nu een kind in levensgevaar?').first().isVisible()).toBe(true);
      expect(await one.page.getByRole('link', { name: 'Verlaat deze site snel' }).isVisible()).toBe(true);
      expect(await accessibilityFaults(one.page)).toEqual([]);
      expect(await one.context.cookies()).toEqual([]);
      await picture(one.page, `${name}-${view}`);
    },
  );
});

describe.each(['narrow', 'zoomed'] as const)('public pages in 320 pixels (%s)', (view) => {
  seenAs(view);

  it.each(PUBLIC_ADDRESSES)('%s never needs scrolling sideways', async (_name, address) => {
    await one.page.goto(address);
    expect(await sidewaysPixels(one.page)).toBe(0);
  });
});

describe('public pages in forced colours', () => {
  seenAs('forcedColours');

  it('stay readable, choices included', async () => {
    await one.page.goto('/melden/melding');
    await one.page.getByRole('group', { name: 'Is er nu een kind in gevaar?' }).getByLabel('Ja').check();
    expect(await accessibilityFaults(one.page)).toEqual([]);
    await picture(one.page, 'melding-forced-colours');
  });
});

describe('public pages on paper', () => {
  seenAs('desktop');

  it('show the page and not what surrounds it', async () => {
    await one.page.goto('/');
    await one.page.emulateMedia({ media: 'print' });
    expect(await one.page.getByRole('link', { name: 'Verlaat deze site snel' }).isVisible()).toBe(false);
    expect(await one.page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    await picture(one.page, 'home-print');
  });
});
