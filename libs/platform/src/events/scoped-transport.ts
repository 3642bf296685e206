import type { AttachedSource, RecordSource, RunningSubscription, Subscription, Transport } from '#messaging';
import type { ServiceName } from '../access/actor.js';
import { inService } from '../logging/service-scope.js';

/**
 * The transport of the process as one service sees it. With the in-process transport a record is handed over by the
 * service that published it; logs and spans must still carry the name of the service that handles it.
 */
export class ScopedTransport implements Transport {
  readonly name: string;
  readonly keepsRecords: boolean;

  constructor(
    private readonly inner: Transport,
    private readonly service: ServiceName,
  ) {
    this.name = inner.name;
    this.keepsRecords = inner.keepsRecords;
  }

  publish(...parameters: Parameters<Transport['publish']>): ReturnType<Transport['publish']> {
    return this.inner.publish(...parameters);
  }

  subscribe(subscription: Subscription): RunningSubscription {
    return this.inner.subscribe({
      ...subscription,
      handle: (record) => inService(this.service, () => subscription.handle(record)),
    });
  }

  attach(source: RecordSource): AttachedSource {
    return this.inner.attach(source);
  }

  status(): ReturnType<Transport['status']> {
    return this.inner.status();
  }

  /** The transport belongs to the process: whoever made it closes it. */
  async close(): Promise<void> {}
}
