import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BOOTSTRAP = fileURLToPath(new URL('../local/bootstrap.mjs', import.meta.url));
const READY = 'Stoppen:';

/** One run of a command of the local system, with what it printed. */
export class StartedSystem {
  private printed = '';
  private answered = '';
  private readonly child: ChildProcess;
  private readonly exited: Promise<unknown>;

  constructor(dataDir: string, portOffset: number, command = ['start']) {
    this.child = spawn(process.execPath, [BOOTSTRAP, ...command], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        PORT_OFFSET: String(portOffset),
        OPGROEIPUNT_DATA_DIR: dataDir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (chunk: Buffer) => {
      this.printed += chunk.toString();
      this.answered += chunk.toString();
    });
    this.child.stderr?.on('data', (chunk: Buffer) => (this.printed += chunk.toString()));
    this.exited = once(this.child, 'close');
  }

  get output(): string {
    return this.printed;
  }

  /** What went to standard output alone. */
  get answer(): string {
    return this.answered;
  }

  /** Waits until it says that everything is ready. */
  async ready(): Promise<void> {
    while (!this.printed.includes(READY)) {
      if (this.child.exitCode !== null || this.child.signalCode !== null) throw new Error(this.printed);
      await Promise.race([once(this.child.stdout ?? this.child, 'data'), this.exited]);
    }
  }

  /** Waits for its end. @returns the exit code */
  async exitCode(): Promise<number | null> {
    await this.exited;
    return this.child.exitCode;
  }

  /** Asks it to stop, unless it has ended. @returns the exit code */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.exitCode();
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exited;
  }
}

/** Process number of the database server that works in a data folder. */
export function postgresOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}
