import type { Page } from 'playwright-core';
import { fillAnonymousConcern } from './form.steps.js';
import { PUBLIC_ADDRESSES } from './public-addresses.js';
import { portalUrl } from './visit.js';

/** What the pages are about: things that exist. */
export interface About {
  caseId: string;
  /** Opens the melding of that case for its melder. */
  followUpCode: string;
  /** Address of intake, which shows the pages behind a form on a partner's site. */
  intake: string;
  /** A portal whose answers from behind fail with a status of our choice. */
  troubled(status: number): string;
}

/** A page as somebody gets to see it. */
export interface ShownPage {
  /** Of its pictures. */
  name: string;
  /** Routes that show it, as the authorisation matrix names them. */
  routes: string[];
  as: 'STRANGER' | 'HANDLER' | 'BEHEERDER';
  open(page: Page, about: About): Promise<unknown>;
}

const FORM_ROUTES = ['portal GET /melden/{kind}'];
const ROUTES: Record<string, string[]> = {
  '/': ['portal GET /'],
  '/melden': ['portal GET /melden'],
  '/opvolgen': ['portal GET /opvolgen'],
  '/toegankelijkheid-en-privacy': ['portal GET /toegankelijkheid-en-privacy'],
  '/bestaat-niet': [],
};

const stranger = (name: string, routes: string[], open: ShownPage['open']): ShownPage => ({
  name,
  routes,
  as: 'STRANGER',
  open,
});

/** Sends a form that stands on a page of this origin. */
async function sendPlainForm(
  page: Page,
  { from, intake, fields }: { from: string; intake: string; fields: Record<string, string> },
): Promise<void> {
  const inputs = Object.entries(fields).map(([name, value]) => `<input name="${name}" value="${value}">`);
  const form = `<form method="post" action="${intake}/api/v1/meldingen">${inputs.join('')}<button>Verstuur</button></form>`;
  await page.route(`${from}/formulier`, (route) => route.fulfill({ contentType: 'text/html', body: form }));
  await page.goto(`${from}/formulier`);
  await page.getByRole('button').click();
  await page.getByText('in levensgevaar?').waitFor();
}

const PARTNER_FIELDS = {
  kind: 'KLACHT_OPVANG',
  submitterType: 'OUDER',
  identityMode: 'KNOWN',
  'contact.email': 'ouder@voorbeeld.example',
  'location.id': 'L06',
  'answers.immediateDanger': 'no',
  description: 'Ze krijgen elke dag hetzelfde te eten, ook wie dat niet mag.',
};

const openFollowUp = async (page: Page, code: string): Promise<void> => {
  await page.goto('/opvolgen');
  await page.getByLabel('Je opvolgcode').fill(code);
  await page.getByRole('button', { name: 'Bekijk mijn melding' }).click();
};

const FAILING: [status: number, words: string][] = [
  [400, 'Deze pagina kan je zo niet openen'],
  [403, 'Je mag dit niet bekijken'],
  [413, 'Je bericht is te groot'],
  [429, 'Even wachten'],
  [500, 'Er ging iets mis bij ons'],
  [503, 'Dit lukt even niet'],
];

/** Every page that the product shows, in every state that looks different. */
export const SHOWN_PAGES: ShownPage[] = [
  ...PUBLIC_ADDRESSES.map(([name, address]) =>
    stranger(name, ROUTES[address] ?? FORM_ROUTES, (page) => page.goto(address)),
  ),
  stranger('fouten', ['portal POST /melden/{kind}'], async (page) => {
    await page.goto('/melden/gevaarsituatie');
    await page.getByRole('button', { name: 'Verstuur' }).click();
    await page.getByRole('alert').waitFor();
  }),
  stranger('bevestiging', ['portal POST /melden/{kind}'], async (page) => {
    await fillAnonymousConcern(page);
    await page.getByRole('button', { name: 'Verstuur' }).click();
    await page.locator('#opvolgcode').waitFor();
  }),
  stranger('opvolgen-fout', ['portal POST /opvolgen'], async (page) => {
    await openFollowUp(page, '0000 0000 0000 0000');
    await page.getByRole('alert').waitFor();
  }),
  stranger(
    'opvolgen-stand',
    ['portal POST /opvolgen', 'portal POST /opvolgen/stand'],
    async (page, about) => {
      await openFollowUp(page, about.followUpCode);
      await page.getByRole('button', { name: 'Kijk of er nieuws is' }).click();
      await page.getByRole('heading', { name: 'Zo staat het met je melding' }).waitFor();
    },
  ),
  stranger('opvolgen-opnieuw', ['portal GET /opvolgen/stand'], (page) => page.goto('/opvolgen/stand')),
  stranger('aanmelden-mislukt', ['portal GET /login/callback'], (page) =>
    page.goto('/login/callback?code=x'),
  ),
  ...FAILING.map(([status, words]) =>
    stranger(`fout-${status}`, [], async (page, about) => {
      await page.goto(`${about.troubled(status)}/melden/melding`);
      await page.getByRole('heading', { level: 1, name: words }).waitFor();
    }),
  ),
  stranger('partner-fouten', [], async (page, { intake }) => {
    const fields = { ...PARTNER_FIELDS, description: 'te kort' };
    await sendPlainForm(page, { from: intake, intake, fields });
    await page.getByRole('heading', { level: 1, name: 'Niet alles is goed ingevuld' }).waitFor();
  }),
  stranger('partner-onbekend', [], async (page, { intake }) => {
    await sendPlainForm(page, { from: 'http://vreemd.localhost', intake, fields: PARTNER_FIELDS });
    await page.getByRole('heading', { level: 1, name: 'Niet toegelaten' }).waitFor();
  }),
  stranger('partner-bevestiging', ['intake GET /bevestiging/{token}'], async (page, { intake }) => {
    await sendPlainForm(page, { from: intake, intake, fields: PARTNER_FIELDS });
    await page.getByRole('heading', { level: 1, name: 'Bedankt' }).waitFor();
  }),
  stranger('partner-al-getoond', ['intake GET /bevestiging/{token}'], (page, { intake }) =>
    page.goto(`${intake}/bevestiging/${'x'.repeat(43)}`),
  ),
  {
    name: 'werklijst',
    routes: ['portal GET /werklijst'],
    as: 'HANDLER',
    open: (page) => page.goto('/werklijst'),
  },
  {
    name: 'werklijst-leeg',
    routes: ['portal GET /werklijst'],
    as: 'HANDLER',
    open: (page) => page.goto('/werklijst?q=OP-2222-2222'),
  },
  {
    name: 'werklijst-niet-voor-beheerder',
    routes: ['portal GET /werklijst'],
    as: 'BEHEERDER',
    open: (page) => page.goto('/werklijst'),
  },
  {
    name: 'zaak',
    routes: ['portal GET /zaken/{id}'],
    as: 'HANDLER',
    open: (page, { caseId }) => page.goto(`/zaken/${caseId}`),
  },
  {
    name: 'zaak-geweigerd',
    routes: ['portal POST /zaken/{id}'],
    as: 'HANDLER',
    async open(page, { caseId }) {
      await page.goto(`/zaken/${caseId}`);
      await page.getByText('Verhoog de urgentie').click();
      await page.getByRole('button', { name: 'Verhoog', exact: true }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'zaak-bestaat-niet',
    routes: ['portal GET /zaken/{id}'],
    as: 'HANDLER',
    open: (page) => page.goto('/zaken/0193a5b0-0000-7000-8000-000000000000'),
  },
  {
    name: 'formulier-niet-meer-geldig',
    routes: ['portal POST /logout'],
    as: 'HANDLER',
    async open(page) {
      await page.goto('/werklijst');
      const token = page.locator('form[action="/logout"] input[name="csrf"]');
      await token.evaluate((input) => input.setAttribute('value', 'van vroeger'));
      await page.getByRole('button', { name: 'Afmelden' }).click();
      await page.waitForURL(`${portalUrl()}/logout`);
    },
  },
];

/** Routes that show no page of their own. */
export const WITHOUT_PAGE = [
  'intake HEAD /bevestiging/{token}',
  'intake GET /opmaak/{version}',
  'portal GET /assets/{name}',
  'portal GET /favicon.ico',
  'portal POST /ontvangstbewijs',
  'portal GET /ontvangstbewijs',
  'portal GET /login',
];
