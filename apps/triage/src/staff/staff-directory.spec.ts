import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StaffDirectory } from './staff-directory.js';

function withFile<T>(content: string, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'staff-'));
  const path = join(folder, 'staff.json');
  writeFileSync(path, content);
  try {
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('staff directory', () => {
  it('knows the members of the file by user name', () => {
    const file = JSON.stringify([
      { username: 'kb.een', name: 'Een Verzonnen', roles: ['KB_MC'], team: 'CENTRAAL', fte: 1 },
    ]);
    const directory = withFile(file, (path) => StaffDirectory.fromFile(path));
    expect(directory.find('kb.een')?.roles).toEqual(['KB_MC']);
    expect(directory.find('kb.twee')).toBeUndefined();
  });

  it.each([
    ['no JSON', 'niets'],
    ['an empty list', '[]'],
    ['an unknown role', '[{"username":"a","name":"b","roles":["BAAS"],"team":"CENTRAAL"}]'],
  ])('refuses to start on %s', (_what, content) => {
    expect(() => withFile(content, (path) => StaffDirectory.fromFile(path))).toThrow(/STAFF_FILE/);
  });
});
