import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { pageRoutes } from '../hardening/authorisation/page-routes.js';
import { endpoints } from '../hardening/authorisation/endpoint.js';
import { report } from '../journeys/melder.steps.js';
import { aMelding } from '../journeys/melding.builder.js';
import { caseWhen } from '../journeys/staff.steps.js';
import { addresses } from '../system/system-under-test.js';
import { launchChromium } from './chromium.js';
import { keyboardFaults } from './keyboard-walk.js';
import { accessibilityFaults, sidewaysPixels } from './page-checks.js';
import { SHOWN_PAGES, WITHOUT_PAGE, type About, type ShownPage } from './shown-pages.js';
import { signIn } from './staff.steps.js';
import { startTroubledPortal, type TroubledPortal } from './troubled-portal.js';
import { VIEWS } from './views.js';
import { picture, visit, type Visit } from './visit.js';

type SignedIn = Exclude<BrowserContextOptions['storageState'], undefined>;

const USERNAMES = { HANDLER: 'tc.centraal', BEHEERDER: 'beheer.een' } as const;
const sessions = new Map<ShownPage['as'], SignedIn>();
let browser: Browser;
let troubled: TroubledPortal;
let about: About;

beforeAll(async () => {
  browser = await launchChromium();
  troubled = await startTroubledPortal();
  const { reference, followUpCode } = await report(aMelding({ location: { id: 'L02' } }));
  const { id } = await caseWhen('tc.centraal', reference, () => true);
  about = {
    caseId: id,
    followUpCode,
    intake: addresses().intake,
    troubled: (status) => troubled.at(status),
  };
  for (const [who, username] of Object.entries(USERNAMES)) {
    const { context, page } = await visit(browser, VIEWS.desktop);
    await page.goto('/werklijst');
    await signIn(page, username);
    sessions.set(who as ShownPage['as'], await context.storageState());
    await context.close();
  }
}, 180_000);
afterAll(async () => {
  await browser.close();
  await troubled.stop();
});

/** Opens a page in a browser of its own, and tells afterwards what went wrong behind it. */
async function seen(
  shown: ShownPage,
  view: keyof typeof VIEWS,
  look: (page: Page, one: Visit) => Promise<void>,
): Promise<void> {
  const storageState = sessions.get(shown.as);
  const one = await visit(browser, {
    ...VIEWS[view],
    ...(storageState === undefined ? {} : { storageState }),
  });
  try {
    await shown.open(one.page, about);
    await look(one.page, one);
    expect(one.faults).toEqual([]);
    if (shown.as === 'STRANGER') expect(await one.context.cookies()).toEqual([]);
  } finally {
    await one.context.close();
  }
}

const sidewaysIn = async (page: Page, { viewport }: { viewport: { width: number; height: number } }) => {
  await page.setViewportSize(viewport);
  return sidewaysPixels(page);
};

describe('the list of pages', () => {
  it('has each route that shows one', async () => {
    const routes = (await pageRoutes(await endpoints())).map(
      ({ app, method, path }) => `${app} ${method} ${path}`,
    );
    const shown = [...SHOWN_PAGES.flatMap((page) => page.routes), ...WITHOUT_PAGE];
    expect(routes.filter((route) => !shown.includes(route))).toEqual([]);
  });
});

describe.each(SHOWN_PAGES.map((shown) => [shown.name, shown] as const))('%s', (name, shown) => {
  it('is for everybody: axe, keyboard, 320 pixels, 400 %, forced colours, paper', async () => {
    await seen(shown, 'desktop', async (page) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await picture(page, `${name}-desktop`);
      expect(await sidewaysPixels(page)).toBe(0);
      expect(await sidewaysIn(page, VIEWS.narrow)).toBe(0);
      expect(await sidewaysIn(page, VIEWS.zoomed)).toBe(0);
      await page.setViewportSize(VIEWS.desktop.viewport);
      expect(await keyboardFaults(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none', media: 'print' });
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      expect(await page.locator('.op-no-print, .op-skip').filter({ visible: true }).count()).toBe(0);
    });
  });

  it('fits on a phone, and starts with 112 and the way out', async () => {
    await seen(shown, 'phone', async (page) => {
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await sidewaysPixels(page)).toBe(0);
      await picture(page, `${name}-phone`);
      if (shown.as !== 'STRANGER') return;
      expect(await page.getByText('in levensgevaar?').first().isVisible()).toBe(true);
      if (!name.startsWith('partner'))
        expect(await page.getByRole('link', { name: 'Verlaat deze site snel' }).isVisible()).toBe(true);
    });
  });

  it('needs no script', async () => {
    await seen(shown, 'withoutScript', async (page) => {
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      expect(await page.locator('button:not(form button)').filter({ visible: true }).count()).toBe(0);
      expect(
        await page.locator('a[href^="javascript:"], a[href="#"], [onclick], [style], style').count(),
      ).toBe(0);
      expect(await page.locator('script:not([src])').count()).toBe(0);
    });
  });
});
