import { describe, expect, it } from '@jest/globals';
import { newClusterId } from './cluster-id.js';

describe('the name of a new Kafka cluster', () => {
  const ids = Array.from({ length: 2000 }, () => newClusterId());

  it('is never read as an option by the format tool', () => {
    expect(ids.filter((id) => id.startsWith('-'))).toEqual([]);
  });

  it('is 16 bytes in URL-safe base64, another one each time', () => {
    expect(ids.filter((id) => !/^[\w-]{22}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
