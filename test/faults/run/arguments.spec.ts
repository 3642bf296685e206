import { describe, expect, it } from '@jest/globals';
import { faultArguments } from './arguments.js';

describe('arguments of npm run faults', () => {
  it('choose a seed of their own and both ways', () => {
    expect(faultArguments([])).toMatchObject({ faults: 50, minutes: 0, ways: ['kafka', 'local'] });
  });

  it('are taken as given', () => {
    const given = ['--minutes', '10', '--seed', '7', '--way', 'local', '--faults', '12'];
    expect(faultArguments(given)).toEqual({ minutes: 10, seed: 7, ways: ['local'], faults: 12 });
  });

  it.each([
    [['--seed', 'x'], '--seed=x'],
    [['--way', 'air'], '--way is one of'],
    [['--minuts', '1'], 'minuts'],
  ])('are refused when wrong: %j', (given, why) => {
    expect(() => faultArguments(given)).toThrow(why);
  });
});
