import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 25;

/** True while the process exists, also when it belongs to another user. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Sends each signal in turn until the process has ended, allowing `patienceMs` milliseconds after each. */
export async function stopProcess(pid: number, signals: NodeJS.Signals[], patienceMs: number): Promise<void> {
  for (const signal of signals) {
    if (!isRunning(pid)) return;
    process.kill(pid, signal);
    const until = Date.now() + patienceMs;
    while (isRunning(pid) && Date.now() < until) await delay(POLL_MS);
  }
}
