import { describe, expect, it } from '@jest/globals';
import { ServiceAnswered, ServiceUnavailable } from '#platform';
import { failureOf, StoreNonsenseError } from './store-failure.js';

const answered = (status: number, code?: string): ServiceAnswered =>
  new ServiceAnswered('http://store.example', status, code === undefined ? {} : { code }, new Headers());
const delayed = (reason: string) => ({ kind: 'DELAYED', reason });

describe('A failed call to the store', () => {
  it.each([
    ['no answer', new ServiceUnavailable('http://store.example'), delayed('STORE_UNAVAILABLE')],
    [
      'no answer in time',
      new ServiceUnavailable('http://store.example', { cause: new DOMException('late', 'TimeoutError') }),
      delayed('STORE_TIMEOUT'),
    ],
    ['half an answer in time', new DOMException('late', 'TimeoutError'), delayed('STORE_TIMEOUT')],
    ['500', answered(500), delayed('STORE_ERROR')],
    ['a token that is not accepted', answered(401), delayed('STORE_ERROR')],
    ['a wrong address', answered(404), delayed('STORE_ERROR')],
    ['too many calls', answered(429), delayed('STORE_ERROR')],
    ['broken JSON', new SyntaxError('x'), delayed('STORE_NONSENSE')],
    ['an answer that cannot be true', new StoreNonsenseError('x'), delayed('STORE_NONSENSE')],
    ['a stale version', answered(412, 'STALE_VERSION'), { kind: 'STALE' }],
    ['a missing version', answered(428), { kind: 'STALE' }],
    ['a refusal', answered(422, 'UNKNOWN_LOCATION'), { kind: 'REFUSED', code: 'UNKNOWN_LOCATION' }],
    ['a refusal without a code', answered(400), { kind: 'REFUSED', code: 'HTTP_400' }],
    [
      'a refusal with free text as code',
      answered(400, 'Jan Janssens'),
      { kind: 'REFUSED', code: 'HTTP_400' },
    ],
    ['something of our own', new TypeError('x'), undefined],
  ])('%s', (_what, error, failure) => expect(failureOf(error)).toEqual(failure));
});
