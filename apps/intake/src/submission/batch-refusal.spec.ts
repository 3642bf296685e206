import { describe, expect, it } from '@jest/globals';
import { batchRefusal } from './batch-refusal.js';

describe('a batch that the database refused', () => {
  it.each([
    ['a number that is taken', '23505'],
    ['text that no column can hold', '22021'],
    ['a deadlock over one key', '40P01'],
  ])('is tried again in parts after %s', (_why, code) => {
    expect(batchRefusal({ code })).toBe('ONE_OF_THEM');
  });

  it.each([
    ['a server that stops', { code: '57P01' }],
    ['a cancelled statement', { code: '57014' }],
    ['a cut connection', { code: 'ECONNRESET' }],
    ['no answer in time', new Error('Query read timeout')],
  ])('is not written again after %s', (_why, error) => {
    expect(batchRefusal(error)).toBe('ALL');
  });
});
