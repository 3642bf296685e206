/**
 * `node deploy/local/bootstrap.mjs <command>`: installs the packages and builds, each only when something changed,
 * then runs the command under the pinned Node. Without a command it stops there.
 *
 * Runs under whatever Node the machine has (20 or later) before anything is installed, hence plain JavaScript
 * without packages. Says what it does on standard error, so that `npm run --silent token` prints a token alone.
 */
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './bootstrap/build.mjs';
import { COMMANDS } from './bootstrap/commands.mjs';
import { install, isInstalled } from './bootstrap/installation.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { run } from './bootstrap/run.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [command, ...args] = process.argv.slice(2);

try {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Error(`Node ${process.versions.node} is te oud: installeer Node 20 of nieuwer.`);
  }
  if (command && !(command in COMMANDS))
    throw new Error(`Onbekende opdracht "${command}". Wel: ${Object.keys(COMMANDS).join(', ')}.`);
  if (!isInstalled(root) || !isBuilt(root)) {
    await withLock(root, async () => {
      if (!isInstalled(root)) await install(root);
      if (!isBuilt(root)) await build(root);
    });
  }
  if (command) run(root, COMMANDS[command], args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
