import type { Gauge } from 'prom-client';

/** One line of a reading: labels, and a value for each gauge. */
export interface GaugeReading<K extends string, L extends string> {
  labels: Partial<Record<L, string>>;
  values: Record<K, number>;
}

/** A scraper does not wait longer than some seconds, and loses all other figures with these. */
const READING_LIMIT_MS = 2_000;

/**
 * Fills several gauges from one reading at each scrape. What cannot be read is not shown at all: a figure of before
 * would say that all is well, and an error would take every other figure with it.
 */
export class GaugesReadTogether<K extends string, L extends string> {
  private current: Promise<GaugeReading<K, L>[] | undefined> | undefined;

  /** @param failed told when a reading failed or took too long */
  constructor(
    private readonly read: () => Promise<GaugeReading<K, L>[]>,
    private readonly failed: () => void,
  ) {}

  /** For `collect` of a gauge: the gauges of one scrape share one reading. */
  async fill(gauge: Gauge<L>, name: K): Promise<void> {
    this.current ??= this.readInTime().finally(() => (this.current = undefined));
    const readings = await this.current;
    gauge.reset();
    for (const { labels, values } of readings ?? []) gauge.set(labels, values[name]);
  }

  private async readInTime(): Promise<GaugeReading<K, L>[] | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('no reading in time')), READING_LIMIT_MS);
    });
    try {
      return await Promise.race([this.read(), late]);
    } catch {
      this.failed();
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }
}
