import { RepeatedRequestError } from './repeated-request.error.js';

/** Why the database refused the one statement of an acceptance. */
export type AcceptanceConflict = 'REPEATED_REQUEST' | 'NUMBER_TAKEN' | 'UNKNOWN_LOCATION';

const UNIQUE_VIOLATION = '23505';
const NOT_NULL_VIOLATION = '23502';

const CONFLICTS: Record<string, AcceptanceConflict> = {
  [`${UNIQUE_VIOLATION} platform_idempotency_pkey`]: 'REPEATED_REQUEST',
  [`${UNIQUE_VIOLATION} melding_reference_unique`]: 'NUMBER_TAKEN',
  [`${UNIQUE_VIOLATION} melding_follow_up_unique`]: 'NUMBER_TAKEN',
  [`${NOT_NULL_VIOLATION} location_ids`]: 'UNKNOWN_LOCATION',
};

/** Reads a driver error, also when TypeORM wrapped it; undefined for any other failure. */
export function conflictOf(error: unknown): AcceptanceConflict | undefined {
  if (error instanceof RepeatedRequestError) return 'REPEATED_REQUEST';
  if (typeof error !== 'object' || error === null) return undefined;
  if ('driverError' in error) return conflictOf(error.driverError);
  const code = 'code' in error ? error.code : undefined;
  const where = code === NOT_NULL_VIOLATION ? 'column' : 'constraint';
  return CONFLICTS[`${String(code)} ${String(Reflect.get(error, where))}`];
}
