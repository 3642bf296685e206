import type { Answer } from '../asking/ask.js';

/** What is wrong with a page, whatever was asked; empty when nothing is. */
export function pageFaults({ status, headers, text }: Answer): string[] {
  const type = headers['content-type'] ?? '';
  return [
    ...(status >= 500 ? ['a failure of our own'] : []),
    ...(type.startsWith('text/html') || text === '' ? [] : [`content type ${type}`]),
    ...(/<script>alert|<img src=x/i.test(text) ? ['markup that somebody sent'] : []),
    ...(/\bat \S+ \(|node_modules|SELECT |INSERT /.test(text) ? ['something of the inside'] : []),
  ];
}
