import { describe, expect, it } from '@jest/globals';
import { tmpdir } from 'node:os';
import { EmbeddedPostgresError } from '#platform/embedded-postgres';
import { OperatorError } from '../process/operator.error.js';
import { startFailure } from './start-failure.js';

describe('a start that fails', () => {
  it.each([
    [EmbeddedPostgresError.fromOutput('FATAL: could not write: No space left on device'), 'De schijf is vol'],
    [EmbeddedPostgresError.fromOutput('LOG: could not bind IPv4 address'), 'zet POSTGRES_PORT op een vrije poort'],
    [new EmbeddedPostgresError('NEWER_DATA', '19'), 'van een nieuwere versie van PostgreSQL'],
    [Object.assign(new Error('write'), { code: 'ENOSPC' }), 'De schijf is vol'],
    [Object.assign(new Error('mkdir /data'), { code: 'EACCES' }), 'Geen toegang: mkdir /data'],
    [Object.assign(new Error('KEK_FILE: ontbreekt'), { name: 'ConfigurationError' }), 'KEK_FILE: ontbreekt'],
  ])('%s is told in one sentence', (error, sentence) => {
    const told = startFailure(error, tmpdir());
    expect(told).toBeInstanceOf(OperatorError);
    expect(String(told)).toContain(sentence);
  });

  it('is shown in full when nobody foresaw it', () => {
    const error = new TypeError('x is not a function');
    expect(startFailure(error, tmpdir())).toBe(error);
  });
});
