import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { untraced } from '../cloudevents/consumer-span.js';
import { MessagingMetrics } from '../metrics/messaging.metrics.js';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../nest/messaging.options.js';
import { WakeUps } from '../transactions/wake-ups.js';
import { OutboxStore } from './outbox.store.js';
import { RelayLane } from './relay-lane.js';

/** Both lanes of the relay; urgent events never wait behind bulk (guarantee 5). */
@Injectable()
export class Relay implements BeforeApplicationShutdown {
  private readonly lanes: RelayLane[];

  constructor(
    @Inject(MESSAGING_OPTIONS) { transport }: MessagingOptions,
    store: OutboxStore,
    metrics: MessagingMetrics,
    wakeUps: WakeUps,
  ) {
    const bulk = new RelayLane('BULK', store, transport, metrics);
    const urgent = new RelayLane('URGENT', store, transport, metrics);
    this.lanes = [urgent, bulk];
    wakeUps.listen('RELAY', () => bulk.loop.wake());
    wakeUps.listen('URGENT_RELAY', () => urgent.loop.wake());
  }

  start(): void {
    untraced(() => this.lanes.forEach((lane) => lane.loop.start()));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.loop.stop()));
  }
}
