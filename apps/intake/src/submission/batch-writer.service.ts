import { Injectable } from '@nestjs/common';
import { IntakeConfig } from '../intake.config.js';
import { Batch } from './batch.js';
import { batchRefusal } from './batch-refusal.js';
import { DirectWriter } from './direct-writer.service.js';
import type { AcceptanceRow } from './acceptance.statement.js';

/** More would make the first wait for the last, and a statement longer than its time limit. */
const AT_MOST = 100;

/** Accepts meldingen of different senders in one statement while there is a rush; each is told after its commit. */
@Injectable()
export class BatchWriter {
  private readonly batch: Batch<AcceptanceRow>;

  constructor(writer: DirectWriter, config: IntakeConfig) {
    this.batch = new Batch(
      (rows) => writer.write(rows),
      batchRefusal,
      AT_MOST,
      config.DATABASE_ANSWER_TIMEOUT_MS,
    );
  }

  write(row: AcceptanceRow): Promise<void> {
    return this.batch.write(row);
  }
}
