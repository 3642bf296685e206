import { createHash } from 'node:crypto';

/** The look of the few pages of intake; a file of its own, since nothing inline is allowed (architecture 6). */
export const PAGE_STYLE = `
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

/** Changes with the style, so that a browser never shows an older one. */
const VERSION = createHash('sha256').update(PAGE_STYLE).digest('base64url').slice(0, 12);

export const STYLE_ADDRESS = `/opmaak/${VERSION}.css`;
