import { Injectable } from '@nestjs/common';
import type { EventContext } from './event-context.js';

export type EventHandler = (data: unknown, context: EventContext) => Promise<void>;

/** The handlers of this service by event type. The transport strategy fills it from `@EventPattern` methods. */
@Injectable()
export class EventHandlers {
  private readonly byType = new Map<string, EventHandler[]>();

  add(type: string, handler: EventHandler): void {
    this.byType.set(type, [...(this.byType.get(type) ?? []), handler]);
  }

  types(): string[] {
    return [...this.byType.keys()];
  }

  has(type: string): boolean {
    return this.byType.has(type);
  }

  /** Runs all handlers of the type one after another in the transaction of the context; the first failure ends it. */
  async run(data: unknown, context: EventContext): Promise<void> {
    for (const handler of this.byType.get(context.type) ?? []) await handler(data, context);
  }
}
