import { Gauge, type Registry } from 'prom-client';
import type { Backlog } from './backlog.store.js';

/** A scraper gives up after some seconds, and loses every other figure with these. */
const READ_WITHIN_MS = 2_000;

const GAUGES: { name: string; help: string; of: keyof Backlog }[] = [
  { name: 'messaging_outbox_backlog', help: 'Events not yet published', of: 'outbox' },
  {
    name: 'messaging_outbox_oldest_seconds',
    help: 'Age of the oldest event not yet published',
    of: 'outbox_age',
  },
  { name: 'messaging_parked_events', help: 'Events parked now', of: 'parked' },
  { name: 'messaging_parked_oldest_seconds', help: 'Age of the oldest parked event', of: 'parked_age' },
  { name: 'messaging_dead_letters', help: 'Records kept that are no events', of: 'dead_letters' },
  { name: 'messaging_work_waiting', help: 'Work items that are due and not done', of: 'work' },
  {
    name: 'messaging_work_oldest_seconds',
    help: 'How long the oldest work item is overdue',
    of: 'work_age',
  },
  // What fails is not due between its tries: a mail server that is away for hours would show in no figure above.
  {
    name: 'messaging_work_failing',
    help: 'Work items that failed and will be tried again',
    of: 'failing',
  },
  { name: 'messaging_work_failing_oldest_seconds', help: 'Age of the oldest of these', of: 'failing_age' },
];

/**
 * Gauges that are read when they are scraped. While the database does not answer they are not shown, since a figure of
 * before would say that all is well, and `messaging_backlog_known` is 0.
 */
export class BacklogGauges {
  private current: Promise<Backlog | null> | undefined;

  constructor(
    private readonly read: () => Promise<Backlog>,
    registry: Registry,
  ) {
    const registers = [registry];
    const once = (): Promise<Backlog | null> => this.once();
    new Gauge({
      name: 'messaging_backlog_known',
      help: '1 when the figures about what waits could be read now, else 0',
      registers,
      async collect() {
        this.set((await once()) === null ? 0 : 1);
      },
    });
    for (const { name, help, of } of GAUGES) {
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          const backlog = await once();
          if (backlog === null) this.remove();
          else this.set(backlog[of]);
        },
      });
    }
  }

  /** One reading for all gauges of a scrape. */
  private once(): Promise<Backlog | null> {
    this.current ??= this.inTime().finally(() => (this.current = undefined));
    return this.current;
  }

  private async inTime(): Promise<Backlog | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), READ_WITHIN_MS);
    });
    try {
      return await Promise.race([this.read(), late]);
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }
}
