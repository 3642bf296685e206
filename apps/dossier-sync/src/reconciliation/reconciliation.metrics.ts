import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DIFFERENCES, type Difference } from './reconciliation-difference.entity.js';

interface FoundDifferences {
  difference: Difference;
  found: number;
}

const LAST_RUN = `SELECT id, ended_at FROM reconciliation_run WHERE state = 'FINISHED' ORDER BY ended_at DESC LIMIT 1`;

/** Figures to raise an alarm on: what the last comparison found, and how long ago it was done. */
@Injectable()
export class ReconciliationMetrics {
  constructor(
    metrics: Metrics,
    private readonly dataSource: DataSource,
  ) {
    metrics.gaugesReadTogether(
      {
        found: {
          name: 'opgroeipunt_reconciliation_differences',
          help: 'Differences that the last comparison of intake, ledger and store found',
          labelNames: ['difference'],
        },
      },
      async () =>
        (await this.found()).map(({ difference, found }) => ({ labels: { difference }, values: { found } })),
    );
    metrics.gaugesReadTogether(
      {
        age: {
          name: 'opgroeipunt_reconciliation_age_seconds',
          help: 'Time since the last comparison of intake, ledger and store was done',
        },
      },
      async () => (await this.ages()).map(({ age }) => ({ labels: {}, values: { age } })),
    );
  }

  private found(): Promise<FoundDifferences[]> {
    return this.dataSource.query(
      `WITH last AS (${LAST_RUN})
       SELECT kind.difference, count(d.melding_id)::int AS found
       FROM last CROSS JOIN unnest($1::text[]) AS kind (difference)
       LEFT JOIN reconciliation_difference d ON d.run_id = last.id AND d.difference = kind.difference
       GROUP BY kind.difference`,
      [[...DIFFERENCES]],
    );
  }

  /** None before the first comparison. */
  private ages(): Promise<{ age: number }[]> {
    return this.dataSource.query(
      `WITH last AS (${LAST_RUN}) SELECT extract(epoch FROM now() - ended_at)::float8 AS age FROM last`,
    );
  }
}
