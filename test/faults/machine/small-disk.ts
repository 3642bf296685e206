import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const SIZE_MB = 512;
const CHUNK = Buffer.alloc(1024 * 1024);

/** A file system of its own that can be filled without harm to others; only root may make one. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  static mount(folder: string): SmallDisk | undefined {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
    mkdirSync(folder, { recursive: true });
    const { status } = spawnSync('mount', [
      '-t',
      'tmpfs',
      '-o',
      `size=${SIZE_MB}m,mode=755`,
      'tmpfs',
      folder,
    ]);
    return status === 0 ? new SmallDisk(folder) : undefined;
  }

  fill(): void {
    const file = openSync(this.ballast, 'a');
    try {
      for (let written = 0; written < SIZE_MB; written += 1) writeSync(file, CHUNK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
  }

  empty(): void {
    rmSync(this.ballast, { force: true });
  }

  unmount(): void {
    spawnSync('umount', [this.folder]);
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}
