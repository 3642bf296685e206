import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LIBRARY = fileURLToPath(new URL('..', import.meta.url));
const TITLE = /\bit(?:\.each[^]*?\))?\(\s*'((?:[^'\\]|\\.)+)'/g;

const readme = readFileSync(join(LIBRARY, 'README.md'), 'utf8');
const titles = readdirSync(join(LIBRARY, 'test'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .flatMap((source) => [...source.matchAll(TITLE)].map(([, title]) => title));

const guarantees = readme
  .split('\n### ')
  .filter((section) => /^\d\. /.test(section))
  .map((section) => ({
    title: section.split('\n')[0] ?? '',
    tests: [...section.matchAll(/^- `([^`]+)`/gm)].map(([, test]) => test),
  }));

describe('the README', () => {
  it('states the eight guarantees of architecture.md 4', () => {
    expect(guarantees.map(({ title }) => Number.parseInt(title, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it.each(guarantees)('names tests that exist for: $title', ({ tests }) => {
    expect(tests).not.toEqual([]);
    expect(tests.filter((test) => !titles.includes(test))).toEqual([]);
  });
});
