import { BaseRpcContext } from '@nestjs/microservices';
import type { EntityManager } from 'typeorm';
import type { CloudEvent } from '../cloudevents/cloud-event.js';

/** What an `@EventPattern` handler gets as `@Ctx()`, beside the data as `@Payload()`. */
export class EventContext extends BaseRpcContext<[]> {
  readonly id: string;
  readonly type: string;
  /** Who published it, e.g. `/services/intake`. */
  readonly source: string;
  /** Id of the aggregate; the same as `key`. */
  readonly subject: string;
  readonly key: string;
  /** The aggregate's version at its source: rises with every event of the aggregate. */
  readonly version: number;
  readonly time: Date;
  readonly traceparent: string | null;

  constructor(
    event: CloudEvent,
    readonly topic: string,
    /** The transaction that also holds the inbox row: do the effect with it, and publish with it. */
    readonly manager: EntityManager,
  ) {
    super([]);
    this.id = event.id;
    this.type = event.type;
    this.source = event.source;
    this.subject = event.subject;
    this.key = event.subject;
    this.version = event.version;
    this.time = event.time;
    this.traceparent = event.traceparent;
  }
}
