import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * A young generation in which what a rush of requests needs for a moment is gone before it counts as old: 16 MB, for
 * which 4 would save 5 to 25 (docs/performance.md). A bound for the old one: what is alive after a burst of thousands is
 * less than half of it, but without a bound garbage of 400 MB is left lying, and the whole system should stay under
 * 500 MB.
 */
const FLAGS = [
  '--max-semi-space-size=16',
  '--max-old-space-size=320',
  '--disable-warning=ExperimentalWarning',
];

/** Hands over to a program under the pinned Node: in place of this process where the running Node can do that. */
export function run(root, program, args) {
  const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const command = [...FLAGS, join(root, program), ...args];
  process.chdir(root);
  if (process.execve && process.platform !== 'win32') {
    process.removeAllListeners('warning'); // it would tell that replacing the process is a young feature
    process.execve(node, [node, ...command], process.env);
  }
  const child = spawn(node, command, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => process.exit(signal ? 1 : code));
}
