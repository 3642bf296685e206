const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup that needs no further escaping. */
export class Html {
  constructor(readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

/** Template tag: every value is escaped, unless it is `Html` itself. */
export function html(strings: TemplateStringsArray, ...values: (string | number | Html | Html[])[]): Html {
  return new Html(strings.reduce((text, part, index) => text + rendered(values[index - 1] ?? '') + part));
}

function rendered(value: string | number | Html | Html[]): string {
  if (Array.isArray(value)) return value.map(rendered).join('');
  if (value instanceof Html) return value.markup;
  return String(value).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
