import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { Socket } from 'node:net';

/** Kills the program when standard input closes: the system does that for us also when this process is killed. */
const GUARD = `
exec 3<&0
"$@" </dev/null &
program=$!
trap '' INT TERM HUP
(while read -r _ <&3; do :; done; kill -KILL "$program" 2>/dev/null) &
guard=$!
wait "$program"
code=$?
kill -KILL "$guard" 2>/dev/null
exit $code`;

/** A program that ends no later than this process. */
export class GuardedProcess {
  private readonly process: ChildProcess;
  private readonly ended: Promise<unknown>;
  /** Aborted when the program has ended by itself or otherwise. */
  readonly gone = new AbortController();

  constructor(command: string[], logFile: string) {
    const log = openSync(logFile, 'a');
    // A group of its own, so that a Ctrl-C meant for this process does not end the program before its users.
    this.process = spawn('/bin/sh', ['-c', GUARD, 'guard', ...command], {
      detached: true,
      stdio: ['pipe', log, log],
    });
    closeSync(log);
    this.ended = once(this.process, 'exit').then(([code]) =>
      this.gone.abort(new Error(`${command[0]} ended with exit code ${code}, see ${logFile}`)),
    );
    this.process.unref();
    if (this.process.stdin instanceof Socket) this.process.stdin.unref();
  }

  /** Asks it to end, and waits until it has. */
  async stop(): Promise<void> {
    await this.signal('SIGTERM');
  }

  /** Ends it at once, as a power cut would. */
  async kill(): Promise<void> {
    await this.signal('SIGKILL');
  }

  private async signal(signal: NodeJS.Signals): Promise<void> {
    const { pid } = this.process;
    if (pid === undefined || this.gone.signal.aborted) return;
    this.process.ref();
    process.kill(-pid, signal);
    await this.ended;
  }
}
