import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { addresses } from '../system/system-under-test.js';

const ARTEFACTS = fileURLToPath(new URL('./artefacts/', import.meta.url));

/** Bounds a hang; times nothing. */
const PATIENCE_MS = 15_000;

/** The portal under the name that it knows itself by: cookies and sign-in belong to that name. */
export const portalUrl = (): string => addresses().portal.replace('127.0.0.1', 'localhost');

/** A browser of one person, with what went wrong behind the scenes. */
export interface Visit {
  context: BrowserContext;
  page: Page;
  /** Script errors, blocked content, and requests to anywhere but the system. */
  faults: string[];
}

function isOfSystem(url: string): boolean {
  const { hostname, protocol } = new URL(url);
  return protocol === 'data:' || /(^|\.)localhost$/.test(hostname) || hostname === '127.0.0.1';
}

/** Opens a browser of its own for one person. */
export async function visit(browser: Browser, view: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({
    ...view,
    baseURL: portalUrl(),
    locale: 'nl-BE',
    timezoneId: 'Europe/Brussels',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // An answer that is no success is a matter of the test; what a policy blocked is always a fault.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!isOfSystem(request.url())) faults.push(`elsewhere: ${request.url()}`);
  });
  return { context, page, faults };
}

/** Keeps a picture of a page for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  await page.screenshot({ path: `${ARTEFACTS}${name}.png`, fullPage: true });
}
