/** Part of the estimate that the last melding makes. */
const WEIGHT = 0.1;
/** An estimate that nothing is heard of for so long counts for half: triage may be away. */
const HALVED_AFTER_MS = 5_000;
/** Most meldingen take less than this many times the average. */
const MARGIN = 1.5;

/**
 * How long the first hand-over of a melding waits for triage, so that the store hears of the melding and its urgency by
 * one call: a little longer than triage took of late, within bounds.
 */
export class AwaitingTriage {
  private averageMs = 0;
  private heardAt = 0;

  constructor(
    private readonly shortestMs: number,
    private readonly longestMs: number,
  ) {}

  /** Triage was done with a melding that was first heard of at `since`. */
  heard(since: Date, now: Date): void {
    const took = Math.max(0, now.getTime() - since.getTime());
    this.averageMs = this.average(now) * (1 - WEIGHT) + took * WEIGHT;
    this.heardAt = now.getTime();
  }

  /** Milliseconds to wait from now. */
  waitMs(now: Date): number {
    return Math.max(this.shortestMs, Math.min(this.average(now) * MARGIN, this.longestMs));
  }

  private average(now: Date): number {
    return this.averageMs * 0.5 ** ((now.getTime() - this.heardAt) / HALVED_AFTER_MS);
  }
}
