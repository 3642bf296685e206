import type { PortalVisitor } from './portal-visitor.js';

/** A form as a page serves it: what a browser without script would send. */
export interface ServedForm {
  page: string;
  method: 'GET' | 'POST';
  action: string;
  fields: ServedField[];
}

export interface ServedField {
  name: string;
  /** What the page filled in, or offers to choose from. */
  values: string[];
}

const FORM = /<form\b([^>]*)>(.*?)<\/form>/gs;
const CONTROL = /<(input|button|textarea)\b([^>]*)>|<select\b([^>]*)>(.*?)<\/select>/gs;

const attribute = (tag: string, name: string): string | undefined =>
  unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]);

function unescaped(text: string | undefined): string | undefined {
  return text
    ?.replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** The forms on a page. @throws Error when the page does not open */
export async function formsOn(visitor: PortalVisitor, page: string): Promise<ServedForm[]> {
  const { status, text } = await visitor.at(page);
  if (status !== 200) throw new Error(`${page} answered ${status}`);
  return formsIn(page, text);
}

export function formsIn(page: string, html: string): ServedForm[] {
  return [...html.matchAll(FORM)].map(([, tag = '', inside = '']) => ({
    page,
    method: attribute(tag, 'method')?.toUpperCase() === 'POST' ? 'POST' : 'GET',
    action: attribute(tag, 'action') ?? page,
    fields: fieldsIn(inside),
  }));
}

function fieldsIn(html: string): ServedField[] {
  const fields = new Map<string, string[]>();
  for (const [, , control = '', select, options = ''] of html.matchAll(CONTROL)) {
    const name = attribute(select ?? control, 'name');
    if (name === undefined) continue;
    const values =
      select === undefined
        ? [attribute(control, 'value') ?? '']
        : [...options.matchAll(/<option\b([^>]*)>/g)].map(
            ([, option = '']) => attribute(option, 'value') ?? '',
          );
    fields.set(name, [...(fields.get(name) ?? []), ...values]);
  }
  return [...fields].map(([name, values]) => ({ name, values }));
}
