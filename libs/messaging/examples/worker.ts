import { Injectable } from '@nestjs/common';
import { Transactions, WorkHandler, type WorkItem } from '#messaging';

/** Stands for any other system: it may be away, and is called again until it answers. */
export abstract class LabelPrinter {
  abstract print(parcel: string): Promise<void>;
}

/** Prints the label, then notes it in the transaction that also marks the work as done. */
@Injectable()
export class LabelWorker {
  constructor(
    private readonly printer: LabelPrinter,
    private readonly transactions: Transactions,
  ) {}

  @WorkHandler('print-label')
  async print(item: WorkItem<{ parcel: string }>): Promise<void> {
    await this.printer.print(item.payload.parcel);
    await this.transactions.run(async (manager) => {
      await manager.query('INSERT INTO label (parcel) VALUES ($1)', [item.payload.parcel]);
      await item.complete(manager);
    });
  }
}
