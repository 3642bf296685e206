import { describe, expect, it } from '@jest/globals';
import { failureReason } from './failure-reason.js';

describe('failureReason', () => {
  it('keeps class, code and the words of the message', () => {
    const error = Object.assign(new TypeError('connection refused'), { code: 'ECONNREFUSED' });
    expect(failureReason(error)).toBe('TypeError [ECONNREFUSED]: connection refused');
  });

  it.each([
    ['invalid input syntax for type uuid: "Voorbeeld Ouder"', 'Voorbeeld'],
    ['no account for ouder@voorbeeld.example', 'ouder@'],
    ['cannot call +32 470 12 34 56', '470'],
    ["unexpected token 'Verzonnenstraat'", 'Verzonnenstraat'],
  ])('leaves the value out of %s', (message, value) => {
    expect(failureReason(new Error(message))).not.toContain(value);
  });

  it('is a text that a database and a log line can take', () => {
    const error = new Error('Invalid greeting. response=\u0000\u0007<html>\r\n');
    expect(failureReason(error)).toBe('Error: Invalid greeting. response= <html> ');
  });

  it('is never longer than 200 signs', () => {
    expect(failureReason(new Error('x '.repeat(500))).length).toBeLessThanOrEqual(200);
  });
});
