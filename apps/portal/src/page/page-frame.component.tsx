import type { ComponentChildren, VNode } from 'preact';
import { ASSETS } from '../assets/asset-files.js';

export const SITE_NAME = 'Opgroeipunt kinderopvang';

interface PageFrameProps {
  title: string;
  header: VNode;
  footer: VNode;
  /** `wide` for tables. */
  width: 'text' | 'wide';
  children: ComponentChildren;
}

/** The whole document around a page: head, skip link, landmarks. */
export const PageFrame = ({ title, header, footer, width, children }: PageFrameProps): VNode => (
  <html lang="nl">
    <head>
      <meta charset="utf-8" />
      <title>{`${title} – ${SITE_NAME}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light" />
      <link rel="icon" href={ASSETS.icon.url} type="image/svg+xml" />
      <link rel="stylesheet" href={ASSETS.styles.url} />
      <script src={ASSETS.exitPage.url} defer />
      <script src={ASSETS.pageActions.url} defer />
    </head>
    <body>
      <a class="op-skip" href="#inhoud">
        Ga naar de inhoud
      </a>
      {header}
      <main
        id="inhoud"
        tabindex={-1}
        class={width === 'wide' ? 'op-wrap op-wrap--wide op-main' : 'op-wrap op-main'}
      >
        {children}
      </main>
      {footer}
    </body>
  </html>
);

export const BrandLink = ({ href }: { href: string }): VNode => (
  <a class="op-brand" href={href}>
    <img class="op-brand__mark" src={ASSETS.icon.url} alt="" width={32} height={32} />
    {SITE_NAME}
  </a>
);
