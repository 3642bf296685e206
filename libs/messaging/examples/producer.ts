import { Injectable } from '@nestjs/common';
import { Outbox, Transactions } from '#messaging';
import { PARCEL_SENT, type ParcelSent } from './parcel-catalogue.js';

/** Sends a parcel: the row and the event that tells about it are committed together, or not at all. */
@Injectable()
export class ParcelService {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
  ) {}

  async send(id: string, data: ParcelSent): Promise<void> {
    await this.transactions.run(async (manager) => {
      await manager.query('INSERT INTO parcel (id, weight_grams) VALUES ($1, $2)', [id, data.weightGrams]);
      await this.outbox.publish(manager, { type: PARCEL_SENT, key: id, data });
    });
  }
}
