import { describe, expect, it } from '@jest/globals';
import { answerIn } from './lookup-answer.js';

describe('answer of a look-up', () => {
  it.each([
    [[{}], '', 'TAKEN'],
    [[], '', 'NOT_TAKEN'],
    [{ data: { messages: [1, 2] } }, 'data.messages', 'TAKEN'],
    [{ data: { messages: [] } }, 'data.messages', 'NOT_TAKEN'],
    [{ total: 1 }, 'total', 'TAKEN'],
    [{ total: 0 }, 'total', 'NOT_TAKEN'],
  ])('%j at "%s" is %s', (body, path, answer) => {
    expect(answerIn(body, path)).toBe(answer);
  });

  it.each([
    [{ error: 'x' }, ''],
    [{ messages: [] }, 'data.messages'],
    [null, 'total'],
    ['[]', ''],
    [{}, 'constructor'],
    [{ total: -1 }, 'total'],
  ])('%j at "%s" says nothing', (body, path) => {
    expect(() => answerIn(body, path)).toThrow('without a list');
  });
});
