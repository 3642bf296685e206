import { Injectable } from '@nestjs/common';
import { IntakeConfig } from '../intake.config.js';
import { Batch } from './batch.js';
import { batchRefusal } from './batch-refusal.js';
import { DirectWriter } from './direct-writer.service.js';
import type { AcceptanceRow } from './acceptance.statement.js';

import { OneAtATime } from './one-at-a-time.js';
import { RepeatedRequestError } from './repeated-request.error.js';

/** More would make the first wait for the last, and a statement longer than its time limit. */
const AT_MOST = 100;

/** Accepts meldingen of different senders in one statement while there is a rush; each is told after its commit. */
@Injectable()
export class BatchWriter {
  private readonly batch: Batch<AcceptanceRow>;
  private readonly oneAtATime = new OneAtATime();

  constructor(writer: DirectWriter, config: IntakeConfig) {
    this.batch = new Batch(
      (rows) => writer.write(rows),
      batchRefusal,
      AT_MOST,
      config.DATABASE_ANSWER_TIMEOUT_MS,
    );
  }

  write(row: AcceptanceRow): Promise<void> {
    return this.oneAtATime.run(
      keyOf(row),
      () => this.batch.write(row),
      () => new RepeatedRequestError(),
    );
  }
}

/** The client's key as the row holds it: hashed, within its scope. */
const keyOf = ({ answer }: AcceptanceRow): string | undefined =>
  answer === undefined ? undefined : `${answer.scope} ${answer.keyHash.toString('base64')}`;
