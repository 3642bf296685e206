import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

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

  /** @param options.buckets upper bounds, in the unit that the name ends with (`_seconds`) */
  histogram<L extends string = never>(options: MetricOptions<L> & { buckets: number[] }): Histogram<L> {
    return new Histogram({ ...options, registers: [this.registry] });
  }
}
