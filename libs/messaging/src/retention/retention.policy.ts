/** Rows that nobody needs any more. */
export interface Prunable {
  table: string;
  /** SQL condition on rows that are done, with the moment in a column that is indexed. */
  done: string;
  /** Column with the moment since when they are done. */
  since: string;
  days: number;
}

/** A republished event of a killed relay or of an operator comes from an outbox row of at most this age. */
const PUBLISHED_DAYS = 7;
const WORK_DAYS = 7;
/** The story of what failed, for whoever looks back. */
const RESOLVED_DAYS = 90;
/**
 * How much longer the inbox remembers than the broker: a broker drops whole segments, a week at a time, and outboxes
 * hold events that it has dropped for some days.
 */
export const INBOX_MARGIN_DAYS = 30;

/**
 * What may go, and when (docs/decisions/0701). Published events stay where they are the only history that new groups
 * and rebuilt projections can read. What was handled is remembered for as long as anyone can offer it again: for ever,
 * unless the history itself is bounded.
 */
export function prunable(keepsRecords: boolean, historyDays: number | undefined): Prunable[] {
  const published = keepsRecords ? PUBLISHED_DAYS : historyDays;
  const handled = historyDays === undefined ? undefined : historyDays + INBOX_MARGIN_DAYS;
  const rows: (Omit<Prunable, 'days'> & { days: number | undefined })[] = [
    { table: 'messaging_work', done: 'done_at IS NOT NULL', since: 'done_at', days: WORK_DAYS },
    { table: 'messaging_parked', done: 'resolved_at IS NOT NULL', since: 'resolved_at', days: RESOLVED_DAYS },
    {
      table: 'messaging_outbox',
      done: 'published_at IS NOT NULL',
      since: 'published_at',
      days: published,
    },
    { table: 'messaging_inbox', done: 'true', since: 'handled_at', days: handled },
  ];
  return rows.flatMap(({ days, ...row }) => (days === undefined ? [] : [{ ...row, days }]));
}
