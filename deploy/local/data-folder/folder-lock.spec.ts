import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localPorts } from '../ports/local-ports.js';
import { FolderLock, runningSystem } from './folder-lock.js';
import { locatePorts } from './locate-ports.js';

describe('the lock on a data folder', () => {
  let folder: string;
  let file: string;
  const ports = localPorts({ PORT_OFFSET: '700' });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock '));
    file = join(folder, 'running.json');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('refuses a second start and says where the first one runs', () => {
    FolderLock.take(file, ports);
    expect(() => FolderLock.take(file, ports)).toThrow(`proces ${process.pid}, http://localhost:3700`);
  });

  it('is free again after it was released', () => {
    FolderLock.take(file, ports).release();
    expect(existsSync(file)).toBe(false);
    FolderLock.take(file, ports).release();
  });

  it('is taken over from a process that is gone', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(file, JSON.stringify({ pid, processStart: '1', ports }));
    FolderLock.take(file, ports);
    expect(runningSystem(file)?.pid).toBe(process.pid);
  });

  it('is taken over when the number of the process now belongs to another one', () => {
    writeFileSync(file, JSON.stringify({ pid: process.ppid, processStart: '1', ports }));
    FolderLock.take(file, ports);
    expect((JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid).toBe(process.pid);
  });

  it('tells other commands where the running system listens, unless their environment says otherwise', () => {
    FolderLock.take(file, ports);
    expect(locatePorts({}, file).identity).toBe(3706);
    expect(locatePorts({ PORT_OFFSET: '10' }, file).identity).toBe(3016);
    expect(locatePorts({}, join(folder, 'none.json')).identity).toBe(3006);
  });
});
