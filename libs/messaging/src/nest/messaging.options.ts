import type { Registry } from 'prom-client';
import type { EventCatalogue } from '../catalogue/event-catalogue.js';
import type { Transport } from '../transport/transport.js';

export const MESSAGING_OPTIONS = Symbol('MESSAGING_OPTIONS');

export interface MessagingOptions {
  /** Name of the service: its consumer groups are `<service>` and `<service>-crisis`. */
  service: string;
  catalogue: EventCatalogue;
  transport: Transport;
  /** Where metrics are registered; a registry of its own when absent (`MessagingMetrics.registry`). */
  registry?: Registry;
  /**
   * Days that the broker keeps records; without it, for ever. What is older can then neither be offered again nor
   * rebuilt (docs/decisions/0701).
   */
  historyDays?: number;
  /**
   * How the handlers of a batch run: one after another, or those of different keys side by side, which saves the
   * waits for the database between them. Side by side only where the handlers of two keys never change the same row:
   * in one transaction no lock keeps them apart.
   */
  handlers?: 'ONE_AFTER_ANOTHER' | 'SIDE_BY_SIDE';
  /** Keys handled at the same time, to leave the database pool and the event loop room for HTTP. */
  concurrency?: Partial<MessagingConcurrency>;
}

export interface MessagingConcurrency {
  /** Keys that a consumer group handles at the same time; those that wait together share a transaction. */
  consumer: number;
  /** Keys that the group of urgent events handles at the same time, beside the others. */
  urgentConsumer: number;
  /** Work items at the same time. */
  work: number;
  /** Urgent work items at the same time, beside the others. */
  urgentWork: number;
}

export const DEFAULT_CONCURRENCY: MessagingConcurrency = {
  consumer: 32,
  urgentConsumer: 2,
  work: 8,
  urgentWork: 2,
};
