import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalLog } from './local-log.js';

const LINE = `${JSON.stringify({ level: 'info', service: 'intake', msg: 'accepted' })}\n`;
/** Every write to this file of Linux fails as on a full disk. */
const FULL_DISK = '/dev/full';

describe('the log of the local system', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opgroeipunt-log-'));
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps every line in its file', () => {
    const log = new LocalLog(join(folder, 'log'));
    log.write(LINE);
    log.write(LINE);
    log.close();
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe(LINE + LINE);
  });

  (process.platform === 'linux' ? it : it.skip)(
    'lets the services go on when the disk is full, and says so once',
    () => {
      const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
      const log = new LocalLog(FULL_DISK);
      log.write(LINE);
      log.write(LINE);
      log.close();
      expect(said.mock.calls.map(String)).toEqual([expect.stringContaining('ENOSPC')]);
    },
  );
});
