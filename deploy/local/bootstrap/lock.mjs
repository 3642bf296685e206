import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 500;

/** Lets one process at a time install or build in this clone; a lock whose owner is gone counts for nothing. */
export async function withLock(root, work) {
  const folder = join(root, '.cache');
  const file = join(folder, 'bootstrap.lock');
  mkdirSync(folder, { recursive: true });
  let told = false;
  while (!taken(file)) {
    if (!told) console.error('Wachten op een andere start die installeert of bouwt …');
    told = true;
    await delay(POLL_MS);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  try {
    await work();
  } finally {
    release();
  }
}

function taken(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (existsSync(file) && !alive(Number(readFileSync(file, 'utf8')))) rmSync(file, { force: true });
    return false;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
