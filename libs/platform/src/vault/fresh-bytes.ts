import { randomFillSync } from 'node:crypto';

/** Asking the system for random bytes costs as much for twelve as for some hundred. */
const SUPPLY_BYTES = 4096;

const supply = Buffer.alloc(SUPPLY_BYTES);
let used = SUPPLY_BYTES;

/**
 * Random bytes for keys, nonces and salts, from the generator of `node:crypto`. They are drawn in larger pieces; what
 * was handed out is wiped from the supply, so that no key stays behind there.
 * @param count at most 256
 */
export function freshBytes(count: number): Buffer {
  if (count > 256) throw new RangeError('At most 256 bytes at a time.');
  if (used + count > SUPPLY_BYTES) {
    randomFillSync(supply);
    used = 0;
  }
  const bytes = Buffer.from(supply.subarray(used, used + count));
  supply.fill(0, used, used + count);
  used += count;
  return bytes;
}
