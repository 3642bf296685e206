import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { BOOTSTRAP } from '../../system/local-system.js';
import { lastWords } from './last-words.js';

const RESTART_MS = 200;

/** What `npm start` starts, started again by its operator whenever it ended. */
export class LocalProcess {
  private child: ChildProcess | undefined;
  private stopping = false;
  private awayMs: number | undefined;
  private watching: Promise<void> = Promise.resolve();
  private printed = '';
  /** Its last words each time that it ended without having been killed. */
  readonly endings: string[] = [];

  constructor(private readonly environment: Record<string, string>) {}

  start(): void {
    this.watching = this.watch();
  }

  kill(awayMs: number): void {
    this.awayMs = awayMs;
    this.child?.kill('SIGKILL');
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  output(): string {
    return this.printed;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.child?.kill('SIGCONT');
    this.child?.kill('SIGTERM');
    await this.watching;
  }

  private async watch(): Promise<void> {
    while (!this.stopping) {
      const before = this.printed.length;
      await this.runOnce();
      if (this.stopping) return;
      if (this.awayMs === undefined) this.endings.push(lastWords(this.printed.slice(before)));
      const awayMs = Math.max(this.awayMs ?? 0, RESTART_MS);
      this.awayMs = undefined;
      await pause(awayMs);
    }
  }

  private async runOnce(): Promise<void> {
    const child = spawn(process.execPath, [BOOTSTRAP, 'start'], {
      env: { ...process.env, ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const keep = (chunk: Buffer) => (this.printed += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    await once(child, 'exit');
  }
}
