import { describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { isForGood, isPassing } from './consumer-failure.js';

const refused = new kafkajs.KafkaJSNonRetriableError('not allowed');
const protocol = (retriable: boolean) =>
  Object.assign(new kafkajs.KafkaJSProtocolError(new Error('INCONSISTENT_GROUP_PROTOCOL')), { retriable });
const wrapped = (cause: Error) => Object.assign(new kafkajs.KafkaJSNonRetriableError(cause), { cause });

/** The types know no argument of these, though their constructors want one. */
const made = (kind: Function): unknown => Reflect.construct(kind, ['none']);

describe('a consumer that failed', () => {
  it.each([
    ['a refusal', refused],
    ['a protocol that does not fit', protocol(false)],
    ['a refusal told by another error', wrapped(refused)],
  ])('has failed for good by %s', (_why, error) => expect(isForGood(error)).toBe(true));

  it.each([
    [
      'the coordinator of its group, on a broker that just came back',
      made(kafkajs.KafkaJSGroupCoordinatorNotFound),
    ],
    ['a broker that is slow', made(kafkajs.KafkaJSTimeout)],
    [
      'tries that were used up',
      new kafkajs.KafkaJSNumberOfRetriesExceeded(refused, { retryCount: 5, retryTime: 1 }),
    ],
    ['a lost connection told by another error', wrapped(new kafkajs.KafkaJSError('Closed connection'))],
    ['a coordinator that is loading', protocol(true)],
  ])('waits for %s', (_what, error) => {
    expect(isPassing(error)).toBe(true);
    expect(isForGood(error)).toBe(false);
  });

  it('may be started again after an error that is not of Kafka, and does not run on by itself', () => {
    const error = new Error('read ECONNRESET');
    expect(isForGood(error)).toBe(false);
    expect(isPassing(error)).toBe(false);
  });
});
