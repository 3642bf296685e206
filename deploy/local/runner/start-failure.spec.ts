import { describe, expect, it } from '@jest/globals';
import { tmpdir } from 'node:os';
import { EmbeddedPostgresError } from '#platform/embedded-postgres';
import { OperatorError } from '../process/operator.error.js';
import { startFailure } from './start-failure.js';

describe('a start that fails', () => {
  it.each([
    [
      'a full disk under PostgreSQL',
      EmbeddedPostgresError.fromOutput('FATAL: could not write: No space left on device'),
      'De schijf is vol',
    ],
    [
      'a port that was just taken',
      EmbeddedPostgresError.fromOutput('LOG: could not bind IPv4 address'),
      'zet POSTGRES_PORT op een vrije poort',
    ],
    ['newer data', new EmbeddedPostgresError('NEWER_DATA', '19'), 'van een nieuwere versie van PostgreSQL'],
    ['a full disk', Object.assign(new Error('write'), { code: 'ENOSPC' }), 'De schijf is vol'],
    [
      'a folder of somebody else',
      Object.assign(new Error('mkdir /data'), { code: 'EACCES' }),
      'Geen toegang: mkdir /data',
    ],
    [
      'a faulty setting',
      Object.assign(new Error('KEK_FILE: ontbreekt'), { name: 'ConfigurationError' }),
      'KEK_FILE: ontbreekt',
    ],
  ])('%s is told in one sentence', (_what, error, sentence) => {
    const told = startFailure(error, tmpdir());
    expect(told).toBeInstanceOf(OperatorError);
    expect(String(told)).toContain(sentence);
  });

  it('is shown in full when nobody foresaw it', () => {
    const error = new TypeError('x is not a function');
    expect(startFailure(error, tmpdir())).toBe(error);
  });
});
