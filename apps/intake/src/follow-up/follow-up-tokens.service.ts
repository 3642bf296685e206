import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { errors, jwtVerify, SignJWT } from 'jose';
import { Clock, KeyRing } from '#platform';

const AUDIENCE = 'opgroeipunt-follow-up';
export const FOLLOW_UP_TOKEN_SECONDS = 30 * 60;

/** Short-lived tokens for whoever showed the follow-up code of one melding; they open nothing else. */
@Injectable()
export class FollowUpTokens {
  private readonly key: KeyObject;

  constructor(
    keyRing: KeyRing,
    private readonly clock: Clock,
  ) {
    this.key = keyRing.derive('follow-up-token');
  }

  issue(meldingId: string): Promise<string> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    return new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(meldingId)
      .setAudience(AUDIENCE)
      .setIssuedAt(now)
      .setExpirationTime(now + FOLLOW_UP_TOKEN_SECONDS)
      .sign(this.key);
  }

  /** The melding a token opens; undefined when it is not ours or has run out. */
  async meldingOf(token: string): Promise<string | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        audience: AUDIENCE,
        algorithms: ['HS256'],
        requiredClaims: ['sub', 'exp'],
        currentDate: this.clock.now(),
      });
      return payload.sub;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}
