import { describe, expect, it } from '@jest/globals';
import { etagOf, requireVersion } from './etag.js';

describe('version of a case', () => {
  it('lets through the version that was seen, and whoever asks for none', () => {
    expect(() => requireVersion({ version: 3 }, etagOf({ version: 3 }))).not.toThrow();
    expect(() => requireVersion({ version: 3 }, '"2", "3"')).not.toThrow();
    expect(() => requireVersion({ version: 3 }, undefined)).not.toThrow();
    expect(() => requireVersion({ version: 3 }, '*')).not.toThrow();
  });

  it('stops a change based on an older version', () => {
    expect(() => requireVersion({ version: 3 }, '"2"')).toThrow('CASE_CHANGED');
  });
});
