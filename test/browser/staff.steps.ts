import type { Page } from 'playwright-core';
import { portalUrl } from './visit.js';

const DEMO_PASSWORD = 'demo';

/** Signs in at the page of the identity provider, and waits until the browser is back at the portal. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('Gebruikersnaam').fill(username);
  await page.getByLabel('Wachtwoord').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await page.waitForURL((url) => url.origin === portalUrl());
}
