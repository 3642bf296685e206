import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The service built from its sources into a folder of its own, to be run as the process that production runs. */
export class ServiceProcess {
  private readonly folder = mkdtempSync(join(tmpdir(), 'opgroeipunt-notification-'));
  private child: ChildProcess | undefined;
  private printed = '';

  async build(): Promise<void> {
    cpSync(join(ROOT, 'package.json'), join(this.folder, 'package.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'));
    const swc = join(ROOT, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
    const sources = ['apps/notification', 'libs'];
    const options = ['-d', join(this.folder, 'dist'), '--copy-files', '--quiet'];
    const building = spawn(process.execPath, [swc, ...sources, ...options], { cwd: ROOT, stdio: 'inherit' });
    const [code] = (await once(building, 'exit')) as [number | null];
    if (code !== 0) throw new Error('the service was not built');
  }

  start(env: Record<string, string>): void {
    const main = join(this.folder, 'dist', 'apps', 'notification', 'src', 'main.js');
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk: Buffer) => (this.printed += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    this.child = child;
  }

  /** `kill -9`; ends when it is gone. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (child === undefined) return;
    const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    child.kill('SIGKILL');
    await gone;
  }

  output(): string {
    return this.printed;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
