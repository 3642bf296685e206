import { v7 } from 'uuid';

/** A new time-ordered id (RFC 9562), used for every row and event. */
export function uuidv7(): string {
  return v7();
}
