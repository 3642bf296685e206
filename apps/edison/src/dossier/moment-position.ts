import { isIdPosition } from '#platform';

/** Position in a list that is ordered by a time and then by id. */
export interface MomentPosition {
  /** RFC 3339. */
  at: string;
  id: string;
}

export const isMomentPosition = (value: unknown): value is MomentPosition =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'string' &&
  !Number.isNaN(Date.parse(value.at)) &&
  'id' in value &&
  isIdPosition(value.id);
