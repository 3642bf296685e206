import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { waitUntil } from '../../system/wait-until.ts';

const READY_LIMIT_MS = 60_000;

/** A program of its own on this machine, killed with us. */
export interface Program {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Starts a Node program and waits until its address answers 200.
 * @param ready path that tells whether it can work
 * @throws Error with what it said, when it ends before it is ready
 */
export async function startProgram(
  command: string[],
  environment: Record<string, string>,
  address: { port: number; ready: string },
): Promise<Program> {
  const url = `http://127.0.0.1:${address.port}`;
  const child = spawn(process.execPath, command, {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4_000)));
  const stop = () => ended(child);
  try {
    await waitUntil(
      async () => {
        if (child.exitCode !== null) return 'ENDED';
        return (await fetch(`${url}${address.ready}`)).ok ? 'READY' : undefined;
      },
      `${command.join(' ')} at ${url}`,
      READY_LIMIT_MS,
    );
    if (child.exitCode !== null) throw new Error(`ended with code ${child.exitCode}`);
  } catch (error) {
    await stop();
    throw new Error(`${command.join(' ')} did not start:\n${said}`, { cause: error });
  }
  return { url, pid: child.pid ?? 0, stop };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}
