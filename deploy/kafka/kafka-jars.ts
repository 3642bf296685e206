import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTool } from './run-tool.js';

export const KAFKA_VERSION = '4.2.0';

/** Where fetched programs are kept between runs; never inside the build. */
export function cacheFolder(env: Record<string, string | undefined>): string {
  return env['OPGROEIPUNT_CACHE_DIR'] || join(process.cwd(), '.cache');
}

/**
 * Folder with the jars of the broker (some 43 MB), fetched by Maven when they are not there yet.
 * @throws MissingToolError, or an error with Maven's own words
 */
export async function kafkaJars(cache: string): Promise<string> {
  const folder = join(cache, 'kafka', KAFKA_VERSION);
  if (await exists(folder)) return folder;
  // Fetched beside it and renamed, so that a fetch that was cut off is never taken for a whole one.
  const partial = `${folder}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  try {
    const pom = fileURLToPath(new URL('./pom.xml', import.meta.url));
    await runTool('mvn', [
      '--batch-mode',
      '--quiet',
      '--file',
      pom,
      'dependency:copy-dependencies',
      `-DoutputDirectory=${partial}`,
    ]);
    await rename(partial, folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
