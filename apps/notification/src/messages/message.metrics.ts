import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

interface Waiting {
  asked: 'yes' | 'no';
  count: number;
  oldest: number;
}

/** Figures to raise an alarm on: messages of which nobody knows whether they were sent, and what never arrived. */
@Injectable()
export class MessageMetrics {
  constructor(metrics: Metrics, dataSource: DataSource) {
    const age = metrics.gauge({
      name: 'opgroeipunt_message_uncertain_oldest_seconds',
      help: 'How long the oldest uncertain message has been so; asked="yes": a person has to answer',
      labelNames: ['asked'],
    });
    metrics.gauge({
      name: 'opgroeipunt_messages_uncertain',
      help: 'Messages of which nobody knows whether they were sent; asked="yes": a person has to answer',
      labelNames: ['asked'],
      async collect() {
        const rows = await dataSource.query<Waiting[]>(
          `SELECT a.asked, count(m.id)::int AS count,
                  coalesce(extract(epoch FROM now() - min(m.uncertain_since)), 0)::float8 AS oldest
           FROM (VALUES ('yes'), ('no')) AS a (asked)
           LEFT JOIN message m ON m.state = 'UNCERTAIN' AND (m.asked_at IS NOT NULL) = (a.asked = 'yes')
           GROUP BY a.asked`,
        );
        for (const { asked, count, oldest } of rows) {
          this.set({ asked }, count);
          age.set({ asked }, oldest);
        }
      },
    });
    metrics.gauge({
      name: 'opgroeipunt_messages_undelivered',
      help: 'Messages of the last week that failed for good or bounced',
      labelNames: ['state'],
      async collect() {
        const rows = await dataSource.query<{ state: string; count: number }[]>(
          `SELECT s.state, count(m.id)::int AS count FROM (VALUES ('FAILED'), ('BOUNCED')) AS s (state)
           LEFT JOIN message m ON m.state = s.state AND m.requested_at > now() - interval '7 days'
           GROUP BY s.state`,
        );
        for (const { state, count } of rows) this.set({ state }, count);
      },
    });
  }
}
