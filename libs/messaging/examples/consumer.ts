import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { EventContext, WorkQueue } from '#messaging';
import { PARCEL_SENT, type ParcelSent } from './parcel-catalogue.js';

/** Keeps the total weight, and leaves what must reach others to the work queue. */
@Controller()
export class ParcelConsumer {
  constructor(private readonly workQueue: WorkQueue) {}

  @EventPattern<string>(PARCEL_SENT)
  async onSent(@Payload() data: ParcelSent, @Ctx() { manager, key }: EventContext): Promise<void> {
    await manager.query('UPDATE total SET grams = grams + $1', [data.weightGrams]);
    await this.workQueue.enqueue(manager, { kind: 'print-label', key, payload: { parcel: key } });
  }
}
