/** Failures in a row after which a provider is asked last. */
const FAILURES_TO_OPEN = 3;

export type CircuitChange = 'OPENED' | 'CLOSED' | 'UNCHANGED';

/**
 * Remembers that a provider as a whole does not work, so that mails do not wait for it one by one. It is never locked
 * out: after a pause it is asked first again, and any mail it takes closes the circuit.
 */
export class ProviderCircuit {
  private failures = 0;
  private openUntil = 0;

  constructor(private readonly pauseMs: number) {}

  /** @param now milliseconds of a clock that only goes forward */
  isOpen(now: number): boolean {
    return now < this.openUntil;
  }

  failed(now: number): CircuitChange {
    this.failures += 1;
    if (this.failures < FAILURES_TO_OPEN) return 'UNCHANGED';
    this.openUntil = now + this.pauseMs;
    return this.failures === FAILURES_TO_OPEN ? 'OPENED' : 'UNCHANGED';
  }

  worked(): CircuitChange {
    const wasOpen = this.failures >= FAILURES_TO_OPEN;
    this.failures = 0;
    this.openUntil = 0;
    return wasOpen ? 'CLOSED' : 'UNCHANGED';
  }
}
