import { describe, expect, it } from '@jest/globals';
import { ForbiddenException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { statusOf } from './failure-status.js';

const coded = (code: string): Error => Object.assign(new Error('x'), { code });
const query = (code: string): Error => new QueryFailedError('SELECT 1', [], coded(code));

describe('the status of a failure', () => {
  it.each([
    ['a Nest exception', new ForbiddenException(), 403],
    ['a Fastify error', Object.assign(new Error('x'), { statusCode: 415 }), 415],
    ['a refused connection', coded('ECONNREFUSED'), 503],
    ['connections refused on each address', new AggregateError([coded('ECONNREFUSED')]), 503],
    ['a full pool', new Error('timeout exceeded when trying to connect'), 503],
    ['a database that stops', query('57P01'), 503],
    ['a full disk', query('53100'), 503],
    ['a broken constraint', query('23505'), 500],
    ['an error of a library with a 5xx of its own', Object.assign(new Error('x'), { statusCode: 502 }), 500],
    ['no error at all', 'text', 500],
  ])('of %s', (_name, error, status) => {
    expect(statusOf(error)).toBe(status);
  });
});
