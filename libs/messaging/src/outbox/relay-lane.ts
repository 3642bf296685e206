import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { encode, type StoredEvent } from '../cloudevents/cloud-event.js';
import type { MessagingMetrics } from '../metrics/messaging.metrics.js';
import { failureReason } from '../parking/failure-reason.js';
import { EventLoopPace } from '../polling/event-loop-pace.js';
import { PollingLoop, type NextRound } from '../polling/polling-loop.js';
import { rush } from '../polling/rush.js';
import type { Lane, Transport } from '../transport/transport.js';
import type { OutboxStore } from './outbox.store.js';

export const LEASE_SECONDS = 6;
const AGGREGATES_A_ROUND = 200;
const EVENTS_A_ROUND = 500;
const IDLE_MS = 5000;

/** Carries the events of one lane from the outbox to the broker. */
export class RelayLane {
  private readonly logger: Logger;
  /** A new name for each start: a lease of a killed relay is taken over, never continued. */
  private readonly owner = uuidv7();
  private readonly urgent: boolean;
  private readonly pace = new EventLoopPace();
  readonly loop: PollingLoop;

  constructor(
    private readonly lane: Lane,
    private readonly store: OutboxStore,
    private readonly transport: Transport,
    private readonly metrics: MessagingMetrics,
  ) {
    this.urgent = lane === 'URGENT';
    this.logger = new Logger(`Relay ${lane}`);
    // Bulk lets requests go first and catches up afterwards; a possible crisis waits for nothing.
    const options = {
      idleMs: IDLE_MS,
      failureMs: 5000,
      ...(this.urgent ? {} : { turn: () => this.bulkTurn() }),
    };
    this.loop = new PollingLoop(`Relay ${lane}`, options, () => this.round());
  }

  private async bulkTurn(): Promise<void> {
    await delay(this.pace.next());
    await rush.turn();
  }

  private async round(): Promise<NextRound> {
    const keys = await this.store.claim(this.owner, this.urgent, AGGREGATES_A_ROUND, LEASE_SECONDS);
    if (keys.length === 0) return (await this.store.untilNext(this.urgent)) ?? IDLE_MS;
    const renewal = setInterval(() => this.renew(), (LEASE_SECONDS * 1000) / 3);
    try {
      await this.carry(await this.store.waiting(keys, this.urgent, EVENTS_A_ROUND));
    } finally {
      clearInterval(renewal);
    }
    return 'AT_ONCE';
  }

  private async carry(events: StoredEvent[]): Promise<void> {
    const publish = () => this.transport.publish(events.map(encode), this.lane);
    const results = await (this.urgent ? rush.urgently(publish) : publish());
    const published: StoredEvent[] = [];
    const failed = new Map<string, unknown>();
    events.forEach((event, index) => {
      const result = results[index];
      // What follows a failed event of its aggregate counts as failed too: it will be published in order, again.
      if (failed.has(event.key)) return;
      if (result?.status === 'fulfilled') published.push(event);
      else failed.set(event.key, result?.reason);
    });
    await this.store.settle(
      this.owner,
      this.urgent,
      published.map((event) => event.id),
      [...failed.keys()],
    );
    this.report(published, failed);
  }

  private report(published: StoredEvent[], failed: Map<string, unknown>): void {
    const now = Date.now();
    this.metrics.relayed(
      this.lane,
      published.map((event) => (now - event.createdAt.getTime()) / 1000),
    );
    const [first] = failed.values();
    if (failed.size > 0) this.logger.warn(`${failed.size} aggregates not published: ${failureReason(first)}`);
  }

  private renew(): void {
    this.store.renew(this.owner, this.urgent, LEASE_SECONDS).catch((error: unknown) => {
      this.logger.warn(`lease not renewed, another relay may take over: ${failureReason(error)}`);
    });
  }
}
