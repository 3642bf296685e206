import { dataFolderPaths } from './data-folder/data-folder.js';
import { localPorts } from './ports/local-ports.js';
import { reportFailure } from './process/report-failure.js';
import { startFailure } from './runner/start-failure.js';
import { startLocalSystem } from './runner/local-system.js';

const FORCED = 130;

const interrupted = new AbortController();
let stop: (() => Promise<void>) | undefined;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (interrupted.signal.aborted) {
      if (signal === 'SIGINT') process.exit(FORCED); // the second Ctrl-C: at once; the next start recovers
      return;
    }
    interrupted.abort();
    process.stderr.write('Stoppen … (nog eens Ctrl-C breekt af)\n');
    if (stop) end(stop);
  });
}

function end(stopSystem: () => Promise<void>): void {
  stopSystem().then(() => process.exit(0), reportFailure);
}

const folder = dataFolderPaths(process.env, process.cwd());

try {
  const system = await startLocalSystem({
    env: process.env,
    folder,
    ports: localPorts(process.env),
    interrupted: interrupted.signal,
  });
  stop = () => system.stop();
  if (interrupted.signal.aborted) end(stop);
  else process.stdout.write(system.text);
} catch (error) {
  if (interrupted.signal.aborted) process.exit(0);
  reportFailure(startFailure(error, folder.root));
}
