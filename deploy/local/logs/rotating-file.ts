import { closeSync, openSync, existsSync, fstatSync, renameSync, writeSync } from 'node:fs';

const LARGEST_BYTES = 10 * 1024 * 1024;
const KEPT = 3;

/** Appends lines to a file; a full one moves to `.1`, the one before to `.2`, and so on. */
export class RotatingFile {
  private handle: number;
  private size: number;

  constructor(private readonly path: string) {
    this.handle = openSync(path, 'a', 0o600);
    this.size = fstatSync(this.handle).size;
  }

  /** @throws Error of the system, such as a full disk: then the line, or a part of it, is missing */
  write(line: string): void {
    if (this.size > LARGEST_BYTES) this.rotate();
    this.size += writeSync(this.handle, line);
  }

  close(): void {
    closeSync(this.handle);
  }

  private rotate(): void {
    closeSync(this.handle);
    for (let number = KEPT - 1; number >= 0; number -= 1) {
      const from = number === 0 ? this.path : `${this.path}.${number}`;
      if (existsSync(from)) renameSync(from, `${this.path}.${number + 1}`);
    }
    this.handle = openSync(this.path, 'a', 0o600);
    this.size = 0;
  }
}
