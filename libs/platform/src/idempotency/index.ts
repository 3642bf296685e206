export { Idempotency1700000000002 } from './idempotency.migration.js';
export { IdempotencyStore, type IdempotencyRow, type IdempotencyState } from './idempotency.store.js';
export { idempotencyKeyOf } from './idempotency-key.js';
export type { IdempotentRequest } from './idempotency-keys.js';
export { IdempotentCreate } from './idempotent-create.decorator.js';
export { IdempotencyPruning } from './idempotency.pruning.js';
export { otherBody, stillRunning } from './idempotency.problems.js';
export type { StoredAnswer } from './stored-answer.js';
