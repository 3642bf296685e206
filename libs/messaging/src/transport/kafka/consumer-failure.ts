import kafkajs from 'kafkajs';

// Node finds no named exports for the error classes of this CommonJS package.
const { KafkaJSError, KafkaJSGroupCoordinatorNotFound, KafkaJSNumberOfRetriesExceeded, KafkaJSTimeout } =
  kafkajs;

/**
 * kafkajs gives up on these at once, although all they say is that the broker is away, starting or slow: it finds no
 * coordinator of a group on a broker that has just come back.
 */
const PASSING = [KafkaJSGroupCoordinatorNotFound, KafkaJSNumberOfRetriesExceeded, KafkaJSTimeout];

/** Tells whether trying again can help: the broker is away, starting or slow. */
export function isPassing(error: unknown): boolean {
  const causes = causesOf(error);
  if (causes.some((one) => PASSING.some((kind) => one instanceof kind))) return true;
  const first = causes.at(-1);
  return first instanceof KafkaJSError && first.retriable;
}

/** Tells whether a consumer cannot be started, now or later: its group name is refused, for example. */
export function isForGood(error: unknown): boolean {
  return !isPassing(error) && causesOf(error).at(-1) instanceof KafkaJSError;
}

/** The error and what caused it, the original last. */
function causesOf(error: unknown): unknown[] {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause === undefined || cause === null ? [error] : [error, ...causesOf(cause)];
}
