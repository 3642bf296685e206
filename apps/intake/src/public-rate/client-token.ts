import { createHmac, randomBytes } from 'node:crypto';

const DAY_MS = 24 * 3_600_000;

/**
 * A name for a client that says nothing about him: a hash over a salt that lives in memory and changes every day
 * (architecture.md 6: throttled without storing addresses).
 */
export class ClientTokens {
  private salt = randomBytes(32);
  private until = 0;

  of(address: string, now: number): string {
    if (now >= this.until) {
      this.salt = randomBytes(32);
      this.until = now + DAY_MS;
    }
    return createHmac('sha256', this.salt).update(address).digest('base64url');
  }
}
