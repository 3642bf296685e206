import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { html, type Html } from './html.js';

export const STYLE_PATH = '/stijl.css';
const STYLE = readFileSync(new URL('./local-page.css', import.meta.url), 'utf8');

/** A page of the local tools (login, mail inbox): same plain look, no script, nothing from elsewhere. */
export function localPage(title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="${STYLE_PATH}" />
      </head>
      <body>
        <p class="banner">Lokale omgeving met verzonnen gegevens</p>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html> `.markup;
}

/** Headers of every local page; `formTargets` are the origins that a form's redirects may end at. */
export function pageHeaders(formTargets: string[] = []): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "style-src 'self'",
      `form-action ${["'self'", ...formTargets].join(' ')}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

export function sendPage(
  response: ServerResponse,
  status: number,
  page: string,
  formTargets?: string[],
): void {
  response
    .writeHead(status, { ...pageHeaders(formTargets), 'content-type': 'text/html; charset=utf-8' })
    .end(page);
}

export function sendStyle(response: ServerResponse): void {
  response.writeHead(200, { ...pageHeaders(), 'content-type': 'text/css; charset=utf-8' }).end(STYLE);
}
