import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

interface OpenHandOvers {
  state: 'WAITING' | 'REFUSED';
  count: string;
  oldest: number;
}

/** Figures to raise an alarm on: hand-overs that are not done, and how long the oldest of them waits. */
@Injectable()
export class LedgerMetrics {
  constructor(metrics: Metrics, dataSource: DataSource) {
    const age = metrics.gauge({
      name: 'opgroeipunt_hand_over_oldest_seconds',
      help: 'Age of the oldest hand-over to the dossier store that is not done',
      labelNames: ['state'],
    });
    metrics.gauge({
      name: 'opgroeipunt_hand_overs_open',
      help: 'Hand-overs to the dossier store that are not done',
      labelNames: ['state'],
      async collect() {
        const rows = await dataSource.query<OpenHandOvers[]>(
          `SELECT s.state, count(e.melding_id) AS count,
                  coalesce(extract(epoch FROM now() - min(e.waiting_since)), 0)::float8 AS oldest
           FROM (VALUES ('WAITING'), ('REFUSED')) AS s (state)
           LEFT JOIN ledger_entry e ON e.state = s.state GROUP BY s.state`,
        );
        for (const { state, count, oldest } of rows) {
          this.set({ state }, Number(count));
          age.set({ state }, oldest);
        }
      },
    });
  }
}
