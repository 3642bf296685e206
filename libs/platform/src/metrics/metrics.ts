import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { GaugesReadTogether, type GaugeReading } from './gauges-read-together.js';

interface MetricOptions<L extends string> {
  name: string;
  help: string;
  /** Labels with few values only: codes and route patterns, never ids or input. */
  labelNames?: L[];
}

/** Figures of one service, shown at `GET /metrics`. Names start with `opgroeipunt_`. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private failedReadings: Counter | undefined;

  constructor(serviceName: string) {
    this.registry.setDefaultLabels({ service: serviceName });
    collectDefaultMetrics({ register: this.registry });
  }

  counter<L extends string = never>(options: MetricOptions<L>): Counter<L> {
    return new Counter({ ...options, registers: [this.registry] });
  }

  gauge<L extends string = never>(
    options: MetricOptions<L> & { collect?: (this: Gauge<L>) => Promise<void> | void },
  ): Gauge<L> {
    return new Gauge({ ...options, registers: [this.registry] });
  }

  /**
   * Gauges that are read from the database at each scrape, all from one reading. A gauge that cannot be read is left
   * out, and counted in `opgroeipunt_gauge_readings_failed_total`.
   * @param gauges by the key under which a reading holds their value
   */
  gaugesReadTogether<K extends string, L extends string = never>(
    gauges: Record<K, MetricOptions<L>>,
    read: () => Promise<GaugeReading<K, L>[]>,
  ): void {
    this.failedReadings ??= this.counter({
      name: 'opgroeipunt_gauge_readings_failed_total',
      help: 'Scrapes at which figures could not be read from the database',
    });
    const failed = this.failedReadings;
    const together = new GaugesReadTogether(read, () => failed.inc());
    for (const key of Object.keys(gauges) as K[]) {
      this.gauge<L>({
        ...gauges[key],
        collect() {
          return together.fill(this, key);
        },
      });
    }
  }

  /** @param options.buckets upper bounds, in the unit that the name ends with (`_seconds`) */
  histogram<L extends string = never>(options: MetricOptions<L> & { buckets: number[] }): Histogram<L> {
    return new Histogram({ ...options, registers: [this.registry] });
  }
}
