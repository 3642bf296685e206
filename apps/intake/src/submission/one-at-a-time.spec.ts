import { describe, expect, it } from '@jest/globals';
import { OneAtATime } from './one-at-a-time.js';

const repeated = (): Error => new Error('repeated');

describe('equal requests at the same moment', () => {
  it('are written once when the first succeeds', async () => {
    const requests = new OneAtATime();
    let written = 0;
    const write = async (): Promise<void> => {
      written += 1;
      await new Promise((resolve) => setImmediate(resolve));
    };
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, () => requests.run('key', write, repeated)),
    );
    expect(written).toBe(1);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('get their own chance when the first fails', async () => {
    const requests = new OneAtATime();
    let tries = 0;
    const write = async (): Promise<void> => {
      tries += 1;
      await new Promise((resolve) => setImmediate(resolve));
      if (tries === 1) throw new Error('away');
    };
    const results = await Promise.allSettled(
      Array.from({ length: 3 }, () => requests.run('key', write, repeated)),
    );
    expect(tries).toBe(2);
    expect(results.map((one) => (one.status === 'rejected' ? String(one.reason) : 'done'))).toEqual([
      'Error: away',
      'done',
      'Error: repeated',
    ]);
  });

  it('of other keys, or without one, do not wait for each other', async () => {
    const requests = new OneAtATime();
    const never = new Promise<void>(() => undefined);
    void requests.run('first', () => never, repeated);
    await requests.run('second', async () => undefined, repeated);
    await requests.run(undefined, async () => undefined, repeated);
  });
});
