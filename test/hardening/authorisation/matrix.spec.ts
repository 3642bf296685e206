import { beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { API_PARTS } from '../../contract/running/openapi-document.js';
import { statusFor } from './cell.js';
import { endpoints, type Endpoint } from './endpoint.js';
import { matrixDocument } from './matrix.js';
import { pageRoutes } from './page-routes.js';
import { tokenOf } from './signed-token.js';
import { mayAsk, VISITORS } from './visitor.js';

const DOCUMENT = new URL('../../../docs/authorisation.md', import.meta.url);

let rows: Endpoint[];

beforeAll(async () => {
  rows = await endpoints();
});

const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`;

describe('the authorisation matrix', () => {
  it('is committed as the services document themselves', async () => {
    const matrix = matrixDocument(rows, await pageRoutes(rows));
    if (process.env.UPDATE_CONTRACTS === '1') writeFileSync(DOCUMENT, matrix);
    expect(existsSync(DOCUMENT)).toBe(true);
    expect(readFileSync(DOCUMENT, 'utf8')).toBe(matrix);
  });

  it('leaves no endpoint without a rule', () => {
    const ruled = ({ isPublic, roles, services }: Endpoint) => isPublic || roles.length + services.length > 0;
    expect(rows.filter((row) => !ruled(row)).map(nameOf)).toEqual([]);
  });

  it.each(['AUDITOR', 'JURIST'])('lets no %s change anything: they only read', (role) => {
    const changing = rows.filter(({ method, roles }) => method !== 'GET' && roles.includes(role));
    // A dry run of the policy stores nothing and sends nothing (contract 4).
    expect(changing.map(nameOf)).toEqual(['POST /api/v1/policy/evaluations']);
  });

  it('hides no endpoint from its document but pages', async () => {
    const hidden = (await pageRoutes(rows)).filter(({ app }) => app !== 'portal');
    expect([...new Set(hidden.map(({ app, path, opensTo }) => `${app} ${path}: ${opensTo}`))]).toEqual([
      'intake /bevestiging/{token}: everybody',
      'intake /opmaak/{version}: everybody',
    ]);
  });
});

describe.each(API_PARTS)('every cell of %s', (part) => {
  const own = () => rows.filter((row) => row.part === part);

  it.each([
    ['no token', undefined],
    ['a token that is none', 'Bearer abc.def.ghi'],
    ['another scheme', 'Basic a2IubWMuZWVuOmRlbW8='],
  ])('asks who is there: %s', async (_what, authorization) => {
    const wrong: string[] = [];
    for (const row of own()) {
      const status = await statusFor(row, authorization);
      // A follow-up token is a bearer token too: that endpoint is open to the guard and asks for its own.
      const asked = status === 401;
      if (asked === row.isPublic && row.path !== '/api/v1/follow-up') wrong.push(`${nameOf(row)}: ${status}`);
      if (row.path === '/api/v1/follow-up' && !asked) wrong.push(`${nameOf(row)}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(VISITORS)('for $kind $name', async (visitor) => {
    const authorization = `Bearer ${await tokenOf(visitor)}`;
    const wrong: string[] = [];
    for (const row of own().filter(({ isPublic }) => !isPublic)) {
      const status = await statusFor(row, authorization);
      const isRight = mayAsk(visitor, row)
        ? status !== 401 && status !== 403 && status < 500
        : status === 403;
      if (!isRight) wrong.push(`${nameOf(row)}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});
