import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { errorForLog } from './error-for-log.js';

describe('an error in the log', () => {
  it('keeps the words of our own errors', () => {
    expect(errorForLog(new TypeError('No such step.'))).toMatchObject({
      type: 'TypeError',
      message: 'No such step.',
    });
  });

  it('loses the words of those that quote input', () => {
    const database = new QueryFailedError(
      'SELECT $1',
      ['Jan'],
      Object.assign(new Error('value "Jan"'), { code: '22P02' }),
    );
    let json: unknown;
    try {
      JSON.parse('Jan');
    } catch (error) {
      json = error;
    }
    for (const error of [database, json]) expect(JSON.stringify(errorForLog(error))).not.toContain('Jan');
    expect(errorForLog(database)).toMatchObject({ code: '22P02' });
  });

  it('tells the place, without the first line that repeats the words', () => {
    const { frames } = errorForLog(new Error('geheim'));
    expect(frames[0]).toMatch(/^at /);
    expect(frames.join()).not.toContain('geheim');
  });

  it('reads a stack that came as text', () => {
    const logged = errorForLog(new RangeError('geheim').stack);
    expect(logged).toMatchObject({ type: 'RangeError' });
    expect(logged.frames.length).toBeGreaterThan(0);
    expect(JSON.stringify(logged)).not.toContain('geheim');
  });

  it('survives what is no error', () => {
    expect(errorForLog('Jan')).toEqual({ type: 'string', frames: [] });
  });
});
