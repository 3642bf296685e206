import { setTimeout as pause } from 'node:timers/promises';
import type { ComposeProcess } from '../../compose/compose-process.js';
import { lastWords } from './last-words.js';

/** As little as the engine waits before it starts an ended container again. */
const RESTART_MS = 200;

/** A service under the restart policy of the compose file: it comes back whenever it ended. */
export class RestartedProcess {
  private stopping = false;
  /** How much had been written when it was last started. */
  private startedAt = 0;
  private awayMs: number | undefined;
  private watching: Promise<void> = Promise.resolve();
  /** Its last words each time that it ended without having been killed. */
  readonly endings: string[] = [];

  constructor(readonly process: ComposeProcess) {}

  get name(): string {
    return this.process.service.name;
  }

  start(): void {
    this.begin();
    this.watching = this.watch();
  }

  /** Kills it at once; it is started again after the time. */
  kill(awayMs: number): void {
    this.awayMs = awayMs;
    this.process.signal('SIGKILL');
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.process.signal('SIGCONT');
    await this.process.stop();
    await this.watching;
  }

  private async watch(): Promise<void> {
    for (;;) {
      await this.process.completion();
      if (this.stopping) return;
      if (this.awayMs === undefined)
        this.endings.push(lastWords(this.process.output().slice(this.startedAt)));
      const awayMs = Math.max(this.awayMs ?? 0, RESTART_MS);
      this.awayMs = undefined;
      await pause(awayMs);
      if (this.stopping) return;
      this.begin();
    }
  }

  private begin(): void {
    this.startedAt = this.process.output().length;
    this.process.start();
  }
}
