import type { OpenAPIObject } from '@nestjs/swagger';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const listOf = (operation: object, name: string): string => {
  const value: unknown = Reflect.get(operation, name);
  return Array.isArray(value) ? value.join(', ') : '';
};

function accessOf(operation: object): string {
  if (Reflect.get(operation, 'x-public') === true) return 'open';
  return (
    [listOf(operation, 'x-roles'), listOf(operation, 'x-services')].filter(Boolean).join('; ') ||
    'any staff or service token'
  );
}

/** A readable page of the API as plain HTML: no script, no style from elsewhere (contract 1). */
export function docsPage(document: OpenAPIObject): string {
  const rows = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      const answers = Object.entries(operation.responses)
        .map(([status, answer]) => {
          const words = answer !== undefined && 'description' in answer ? answer.description : '';
          return `<li>${escape(status)}${words ? ` – ${escape(words)}` : ''}</li>`;
        })
        .join('');
      return [
        `<tr><td>${method.toUpperCase()}</td><td><code>${escape(path)}</code></td><td>${escape(operation.summary ?? '')}</td>` +
          `<td>${escape(accessOf(operation))}</td><td><ul>${answers}</ul></td></tr>`,
      ];
    }),
  );
  const title = escape(document.info.title);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title></head><body><h1>${title}</h1>
<p>Machine-readable: <a href="/openapi.json">/openapi.json</a>. Errors are <code>application/problem+json</code> (RFC 9457).</p>
<table border="1"><caption>Requests</caption>
<thead><tr><th scope="col">Method</th><th scope="col">Path</th><th scope="col">What it does</th><th scope="col">Who</th><th scope="col">Answers</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></body></html>`;
}
