import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const run = promisify(execFile);
const EXTRACT = fileURLToPath(new URL('./extract-chromium.mjs', import.meta.url));

interface Unpacked {
  executable: string;
  libraries: string;
  fonts: string;
}

/** Starts the Chromium that npm brought, as root or not, also where the system lacks its libraries. */
export async function launchChromium(): Promise<Browser> {
  const { executable, libraries, fonts } = await unpacked();
  return chromium.launch({
    executablePath: executable,
    chromiumSandbox: false,
    env: {
      ...process.env,
      FONTCONFIG_PATH: fonts,
      ...((await lacksLibraries(executable)) && { LD_LIBRARY_PATH: libraries }),
    },
  });
}

/** A folder for each user: what root unpacked, another user may not run. */
async function unpacked(): Promise<Unpacked> {
  const folder = join(tmpdir(), `opgroeipunt-chromium-${process.getuid?.() ?? 'user'}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { stdout } = await run(process.execPath, [EXTRACT], {
    env: { ...process.env, NODE_OPTIONS: '', TMPDIR: folder },
  });
  return JSON.parse(stdout) as Unpacked;
}

async function lacksLibraries(executable: string): Promise<boolean> {
  const { stdout } = await run('ldd', [executable]);
  return stdout.includes('not found');
}
