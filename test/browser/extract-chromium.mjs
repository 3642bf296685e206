// Unpacks the Chromium of the npm package below TMPDIR and prints, as JSON, where it lies. A process of its own,
// since the package takes its folder from TMPDIR, which a running test cannot change.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';

const executable = await chromium.executablePath();
const libraries = join(tmpdir(), 'al2023', 'lib');
if (!existsSync(libraries)) {
  // Left out by the package outside its own cloud: the few system libraries that a bare machine lacks.
  await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))));
}
console.log(JSON.stringify({ executable, libraries, fonts: join(tmpdir(), 'fonts') }));
