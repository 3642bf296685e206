import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ComposeService } from './compose-file.js';

const NETWORK = new URL('./container-network.mjs', import.meta.url).href;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Where the image keeps the built folder. */
const IMAGE_FOLDER = '/app';

export interface ContainerNetwork {
  /** Address of this service. */
  address: string;
  /** Address of every service by name. */
  hosts: Record<string, string>;
}

/** One service of the compose file as a process: its command and environment, the image replaced by the built folder. */
export class ComposeProcess {
  private child: ChildProcess | undefined;
  private printed = '';
  private readonly env: Record<string, string>;

  constructor(
    readonly service: ComposeService,
    network: ContainerNetwork,
    dataFolder: string,
  ) {
    // Nothing of this process's own environment gets in: a container has only what the file gives it.
    this.env = {
      PATH: process.env['PATH'] ?? '',
      CONTAINER_ADDRESS: network.address,
      CONTAINER_HOSTS: JSON.stringify(network.hosts),
      ...Object.fromEntries(
        Object.entries(service.environment).map(([name, value]) => [
          name,
          this.onThisMachine(value, dataFolder),
        ]),
      ),
    };
  }

  start(): void {
    const [program, ...args] = this.service.command;
    if (program !== 'node')
      throw new Error(`${this.service.name}: ${program ?? 'no command'} instead of node`);
    this.child = this.spawn(args);
    const keep = (chunk: Buffer) => (this.printed += chunk.toString());
    this.child.stdout?.on('data', keep);
    this.child.stderr?.on('data', keep);
  }

  /** Exit code of a one-shot service. */
  async completion(): Promise<number> {
    const child = this.running();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.exitCode ?? 1;
  }

  get ended(): boolean {
    const { exitCode, signalCode } = this.running();
    return exitCode !== null || signalCode !== null;
  }

  /** Runs the health check of the file within this service's network. */
  async isHealthy(): Promise<boolean> {
    const [program, ...args] = this.service.healthTest ?? [];
    if (program !== 'node') throw new Error(`${this.service.name} has no health check`);
    const check = this.spawn(args);
    await once(check, 'exit');
    return check.exitCode === 0;
  }

  output(): string {
    return this.printed;
  }

  /** Sends a signal, as the kernel or a person would. */
  signal(signal: NodeJS.Signals): void {
    if (!this.ended) this.running().kill(signal);
  }

  /** As the engine stops a container. */
  async stop(): Promise<void> {
    if (!this.child || this.ended) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await exit;
  }

  private spawn(args: string[]): ChildProcess {
    return spawn(process.execPath, ['--import', NETWORK, ...args], {
      cwd: ROOT,
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  private running(): ChildProcess {
    if (!this.child) throw new Error(`${this.service.name} was not started`);
    return this.child;
  }

  /** Paths in a volume or in the image's folder lie elsewhere here. */
  private onThisMachine(value: string, dataFolder: string): string {
    const volume = this.service.volumes.find((path) => value.startsWith(`${path}/`));
    if (volume) {
      const folder = join(dataFolder, this.service.name);
      mkdirSync(folder, { recursive: true });
      return join(folder, value.slice(volume.length));
    }
    return value.startsWith(`${IMAGE_FOLDER}/`) ? join(ROOT, value.slice(IMAGE_FOLDER.length)) : value;
  }
}
