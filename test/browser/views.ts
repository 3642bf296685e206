import type { BrowserContextOptions } from 'playwright-core';

/** Ways in which people look at the pages. */
export const VIEWS = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1280, height: 900 } },
  /** A screen of 1280 by 1024 at 400 %: 320 by 256 CSS pixels are left (WCAG 2.2, 1.4.10). */
  zoomed: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
  narrow: { viewport: { width: 320, height: 640 } },
  forcedColours: { viewport: { width: 1280, height: 900 }, forcedColors: 'active' },
  withoutScript: { viewport: { width: 390, height: 844 }, javaScriptEnabled: false },
} as const satisfies Record<string, BrowserContextOptions>;
