import { AsyncResource } from 'node:async_hooks';
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

  /**
   * @param make called when its turn comes, as part of the request that it is for
   * @param request the same for requests of which only one may be accepted; undefined for one that stands by itself
   */
  write(make: () => AcceptanceRow, request: string | undefined): Promise<AcceptanceRow> {
    // Not `AsyncResource.bind`: that defines a property on each function, which is many times slower.
    const own = new AsyncResource('melding');
    return this.oneAtATime.run(
      request,
      () => this.batch.write(() => own.runInAsyncScope(make)),
      () => new RepeatedRequestError(),
    );
  }
}
