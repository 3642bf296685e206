import type { Endpoint } from './endpoint.js';
import type { PageRoute } from './page-routes.js';
import { mayAsk, VISITORS } from './visitor.js';

const INTRODUCTION = `# Authorisation

Who may ask what. Made from the OpenAPI documents of the running services and from the pages in the code; the
hardening tier compares this file with them and tries every cell on a running system. To write it anew after a change:
\`UPDATE_CONTRACTS=1 npm test hardening\`.

\`+\` may ask, \`-\` is refused with 403. Without a token, or with a bad one, everything that is not open answers 401.
Which cases, identities and dossiers somebody with the right role then sees depends on team and case: what is not
visible for your team answers 404.
`;

const HEADINGS = VISITORS.map(({ kind, name }) => (kind === 'ROLE' ? name : `service ${name}`));

const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;

function tableOf(rows: Endpoint[]): string[] {
  return [
    line(['request', 'nobody', ...HEADINGS]),
    line(['---', ...['nobody', ...HEADINGS].map(() => ':-:')]),
    ...rows.map((row) =>
      line([
        `\`${row.method} ${row.path}\``,
        row.isPublic ? '+' : '-',
        ...VISITORS.map((visitor) => (mayAsk(visitor, row) ? '+' : '-')),
      ]),
    ),
  ];
}

/** The committed document: a table per service, then the pages. */
export function matrixDocument(rows: Endpoint[], pages: PageRoute[]): string {
  const parts = [...new Set(rows.map(({ part }) => part))];
  const tables = parts.flatMap((part) => [
    `## ${part}`,
    '',
    ...tableOf(rows.filter((row) => row.part === part)),
    '',
  ]);
  const pageTable = [
    '## Pages',
    '',
    'A page for staff sends whoever is not signed in to the login page; what it then shows is asked from the services',
    'above with the token of that session.',
    '',
    line(['page', 'open to']),
    line(['---', '---']),
    ...pages.map(({ app, method, path, opensTo }) => line([`\`${app} ${method} ${path}\``, opensTo])),
    '',
  ];
  return [INTRODUCTION, ...tables, ...pageTable].join('\n');
}
