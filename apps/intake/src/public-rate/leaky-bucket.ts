interface Level {
  amount: number;
  at: number;
}

/** Beyond this many clients the empty buckets are thrown out; memory stays bounded under a flood. */
const SWEEP_ABOVE = 10_000;

/** Counts per client, leaking evenly: `limit` at once, and as many again in each window. Times in milliseconds. */
export class LeakyBucket {
  private readonly levels = new Map<string, Level>();

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
  ) {}

  /** Whole seconds until one more fits; 0 when it fits now. */
  waitSeconds(client: string, now: number): number {
    const over = this.levelOf(client, now) + 1 - this.limit;
    return over <= 0 ? 0 : Math.max(1, Math.ceil((over * this.windowMs) / this.limit / 1000));
  }

  /** Counts one. */
  count(client: string, now: number): void {
    if (this.levels.size >= SWEEP_ABOVE) this.sweep(now);
    this.levels.set(client, { amount: this.levelOf(client, now) + 1, at: now });
  }

  private levelOf(client: string, now: number): number {
    const level = this.levels.get(client);
    if (level === undefined) return 0;
    return Math.max(0, level.amount - ((now - level.at) * this.limit) / this.windowMs);
  }

  private sweep(now: number): void {
    for (const client of this.levels.keys()) if (this.levelOf(client, now) === 0) this.levels.delete(client);
  }
}
