import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A registration that is not done, or a later change of a registered melding that the store does not hold. */
type OpenState = 'WAITING' | 'REFUSED' | 'CHANGE_WAITING' | 'CHANGE_REFUSED';

interface OpenHandOvers {
  state: OpenState;
  open: number;
  oldest: number;
}

/** Figures to raise an alarm on: hand-overs that are not done, and how long the oldest of them waits. */
@Injectable()
export class LedgerMetrics {
  constructor(
    metrics: Metrics,
    private readonly dataSource: DataSource,
  ) {
    const labelNames: 'state'[] = ['state'];
    metrics.gaugesReadTogether(
      {
        open: {
          name: 'opgroeipunt_hand_overs_open',
          help: 'Hand-overs to the dossier store that are not done',
          labelNames,
        },
        oldest: {
          name: 'opgroeipunt_hand_over_oldest_seconds',
          help: 'Age of the oldest hand-over to the dossier store that is not done',
          labelNames,
        },
      },
      async () =>
        (await this.openHandOvers()).map(({ state, open, oldest }) => ({
          labels: { state },
          values: { open, oldest },
        })),
    );
  }

  private openHandOvers(): Promise<OpenHandOvers[]> {
    return this.dataSource.query(
      `SELECT s.state, count(e.melding_id)::int AS open,
              coalesce(extract(epoch FROM now() - min(e.since)), 0)::float8 AS oldest
       FROM (VALUES ('WAITING'), ('REFUSED'), ('CHANGE_WAITING'), ('CHANGE_REFUSED')) AS s (state)
       LEFT JOIN (
         SELECT melding_id, state, waiting_since AS since FROM ledger_entry WHERE state <> 'REGISTERED'
         UNION ALL
         SELECT melding_id, CASE WHEN owner IS NULL THEN 'CHANGE_WAITING' ELSE 'CHANGE_REFUSED' END, change_open_since
         FROM ledger_entry WHERE state = 'REGISTERED' AND change_open_since IS NOT NULL
       ) e ON e.state = s.state GROUP BY s.state`,
    );
  }
}
