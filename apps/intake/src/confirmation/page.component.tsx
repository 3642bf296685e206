import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { STYLE_ADDRESS } from './page-style.js';

/** Nothing from elsewhere, no script, nothing inline; our own style, and a form that comes back to us. */
export const PAGE_POLICY = `default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export function Page({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} - Opgroeipunt`}</title>
        <link rel="stylesheet" href={STYLE_ADDRESS} />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}

export const InMortalDanger = () => (
  <p class="notice">
    Is er nu een kind in levensgevaar? Bel <strong>112</strong>.
  </p>
);

/** A whole HTML document. */
export const document = (page: Parameters<typeof render>[0]): string => `<!doctype html>${render(page)}`;
