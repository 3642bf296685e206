import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../nest/messaging.options.js';
import { WakeUps } from '../transactions/wake-ups.js';
import type { Projection } from './projection.js';

/** The projections of this service by consumer group, and what their transactions may not do. */
@Injectable()
export class ProjectionRegistry {
  private readonly byConsumer = new Map<string, Projection>();

  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    private readonly wakeUps: WakeUps,
  ) {}

  /** @throws when another projection has the same name */
  add(projection: Projection): void {
    const consumer = `${this.options.service}.${projection.name}`;
    const known = this.byConsumer.get(consumer);
    if (known && known !== projection) throw new Error(`two projections with the name ${projection.name}`);
    this.byConsumer.set(consumer, projection);
  }

  /** Consumer groups with their projections. */
  all(): [string, Projection][] {
    return [...this.byConsumer];
  }

  find(name: string): [string, Projection] | undefined {
    return this.all().find(([, projection]) => projection.name === name);
  }

  /**
   * First step of the transaction of a consumer. When it keeps a projection, the transaction waits while a rebuilt
   * one is put in its place, and can publish and enqueue nothing. Costs nothing for other consumers.
   */
  async begin(consumer: string, manager: EntityManager): Promise<void> {
    if (!this.byConsumer.has(consumer)) return;
    this.silence(manager);
    await manager.query('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 8))', [consumer]);
  }

  /** A projection tells nothing: its rebuild would tell it again. */
  silence(manager: EntityManager): void {
    this.wakeUps.silence(manager);
  }
}
