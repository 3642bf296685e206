import { Injectable } from '@nestjs/common';
import { Clock } from '#platform';
import { IntakeConfig } from '../intake.config.js';
import { LeakyBucket } from '../public-rate/leaky-bucket.js';
import { tooMany } from '../public-rate/too-many.problem.js';

const QUARTER_MS = 15 * 60_000;
const PREFIX_DIGITS = 4;
/** Many clients that try codes of one beginning are one attacker with many addresses. */
const PER_PREFIX = 100;

/**
 * Slows down guessing (architecture.md 6). Only wrong codes count, so that a melder behind a shared address who has
 * his code is let in; the limit does not depend on the public rate and cannot be lifted.
 */
@Injectable()
export class FollowUpThrottle {
  private readonly clients: LeakyBucket;
  private readonly prefixes = new LeakyBucket(PER_PREFIX, QUARTER_MS);

  constructor(
    config: IntakeConfig,
    private readonly clock: Clock,
  ) {
    this.clients = new LeakyBucket(config.FOLLOW_UP_WRONG_CODES_PER_QUARTER, QUARTER_MS);
  }

  /** @throws ProblemException 429 */
  check(client: string, digits: string): void {
    const now = this.clock.now().getTime();
    const wait = Math.max(
      this.clients.waitSeconds(client, now),
      this.prefixes.waitSeconds(prefixOf(digits), now),
    );
    if (wait > 0) throw tooMany(wait);
  }

  noteWrong(client: string, digits: string): void {
    const now = this.clock.now().getTime();
    this.clients.count(client, now);
    this.prefixes.count(prefixOf(digits), now);
  }
}

const prefixOf = (digits: string): string => digits.slice(0, PREFIX_DIGITS);
