import { createHash } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';

const STYLE = `
  :root { color-scheme: light; font: 1.125rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
  body { max-width: 42rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; }
  h1 { font-size: 1.75rem; line-height: 1.25; }
  .notice, .errors { border-left: .4rem solid #7a2d00; background: #fff4ec; padding: .75rem 1rem; margin: 1.5rem 0; }
  .numbers { border: 2px solid #1a1a1a; padding: 1rem; margin: 1.5rem 0; }
  .numbers strong { display: block; font-size: 1.5rem; letter-spacing: .05em; }
  label, legend { display: block; font-weight: 600; margin-top: 1.25rem; }
  .fault { color: #9c1c00; font-weight: 600; margin: .25rem 0; }
  input, select, textarea { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; border: 2px solid #444; }
  :focus-visible { outline: .25rem solid #ffbf00; outline-offset: 2px; }
  button { font: inherit; font-weight: 600; margin-top: 2rem; padding: .75rem 1.5rem; color: #fff; background: #1d5c3f; border: 0; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Nothing from elsewhere, no script; this one style, and a form that comes back to us. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export function Page({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} - Opgroeipunt`}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
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
