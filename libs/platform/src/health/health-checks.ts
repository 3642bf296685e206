import { isNativeError } from 'node:util/types';
import { Injectable } from '@nestjs/common';

export type HealthCheck = () => Promise<void>;

export interface HealthReport {
  status: 'UP' | 'DOWN';
  checks: { name: string; status: 'UP' | 'DOWN'; reason?: string }[];
}

/** A check that hangs is a check that fails. */
const CHECK_TIMEOUT_MS = 2_000;

/** The sentence of a check itself. Errors with a code come from drivers, whose words are not for outsiders. */
const reasonOf = (error: unknown): string =>
  isNativeError(error) && !('code' in error) ? error.message : 'De controle is mislukt.';

async function inTime(check: HealthCheck): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('De controle antwoordt niet op tijd.')), CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([check(), late]);
  } finally {
    clearTimeout(timer);
  }
}

abstract class Checks {
  private readonly checks = new Map<string, HealthCheck>();

  /** Adds a check; it fails by throwing an Error whose message is a plain sentence. */
  register(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  async report(): Promise<HealthReport> {
    const checks = await Promise.all(
      [...this.checks].map(async ([name, check]) => {
        try {
          await inTime(check);
          return { name, status: 'UP' as const };
        } catch (error) {
          return { name, status: 'DOWN' as const, reason: reasonOf(error) };
        }
      }),
    );
    return { status: checks.every((c) => c.status === 'UP') ? 'UP' : 'DOWN', checks };
  }
}

/** Ready to take work? `GET /health/ready`. */
@Injectable()
export class HealthChecks extends Checks {}

/** Alive, or better restarted? `GET /health/live`. Only what a restart can mend belongs here. */
@Injectable()
export class LivenessChecks extends Checks {}
