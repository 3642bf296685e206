import { Injectable } from '@nestjs/common';
import type { Projection } from '../projections/projection.js';
import type { EventContext } from './event-context.js';

export type EventHandler = (data: unknown, context: EventContext) => Promise<void>;

/** A newer version of a type that is handled here: parked until the consumer has been brought up to date. */
export class NewerVersionError extends Error {
  override readonly name = 'NewerVersionError';
  constructor(type: string) {
    super(`no handler yet for ${type}, a newer version of what is handled here`);
  }
}

/** Null stands for the handlers that keep no projection. */
type Scope = Projection | null;

/** The handlers of this service by consumer group and event type. The strategy fills it from decorated methods. */
@Injectable()
export class EventHandlers {
  private readonly byScope = new Map<Scope, Map<string, EventHandler[]>>();
  private readonly byConsumer = new Map<string, Map<string, EventHandler[]>>();

  add(type: string, handler: EventHandler, scope: Scope = null): void {
    const own = this.of(scope);
    own.set(type, [...(own.get(type) ?? []), handler]);
  }

  types(scope: Scope = null): string[] {
    return [...this.of(scope).keys()];
  }

  /** Tells which handlers a consumer group has. */
  assign(consumer: string, scope: Scope = null): void {
    this.byConsumer.set(consumer, this.of(scope));
  }

  withdraw(consumer: string): void {
    this.byConsumer.delete(consumer);
  }

  /** All groups that were assigned handlers. */
  consumers(): string[] {
    return [...this.byConsumer.keys()];
  }

  has(consumer: string, type: string): boolean {
    return this.byConsumer.get(consumer)?.has(type) ?? false;
  }

  /**
   * True for a newer version of a type that the group handles. Its producer was brought up to date before this
   * consumer, so the event is meant for it and may not be skipped.
   */
  handlesOlderVersionOf(consumer: string, type: string): boolean {
    const newer = versioned(type);
    return [...(this.byConsumer.get(consumer)?.keys() ?? [])].some((known) => {
      const { base, version } = versioned(known);
      return base === newer.base && version < newer.version;
    });
  }

  /** Runs the group's handlers of the type one after another in the transaction of the context; the first failure ends it. */
  async run(consumer: string, data: unknown, context: EventContext): Promise<void> {
    for (const handler of this.byConsumer.get(consumer)?.get(context.type) ?? [])
      await handler(data, context);
  }

  private of(scope: Scope): Map<string, EventHandler[]> {
    const own = this.byScope.get(scope) ?? new Map<string, EventHandler[]>();
    this.byScope.set(scope, own);
    return own;
  }
}

/** `a.b.v2` is version 2 of `a.b`; a type without version is version 0. */
function versioned(type: string): { base: string; version: number } {
  const [, base = type, version = '0'] = /^(.*)\.v(\d+)$/.exec(type) ?? [];
  return { base, version: Number(version) };
}
