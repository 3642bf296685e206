import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AcceptedMelding } from '../accepted/accepted-melding.js';
import { IntakeClient } from '../accepted/intake.client.js';
import { DossierSyncConfig } from '../dossier-sync.config.js';
import { LedgerEntry } from '../ledger/ledger-entry.entity.js';
import { DossierStoreClient, type Period } from '../store/dossier-store.client.js';
import { StoreNonsenseError } from '../store/store-failure.js';
import type { StoredMelding } from '../store/stored-melding.js';
import { Comparison } from './comparison.js';
import { compare, placeOf, type Acceptance, type Verdict } from './comparison.policy.js';

const BATCH = 200;

type AcceptedById = Map<string, AcceptedMelding>;

/** Compares intake, ledger and store over a period: what the store lists, then what only the others have. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly config: DossierSyncConfig,
    private readonly clock: Clock,
    private readonly dataSource: DataSource,
    private readonly intake: IntakeClient,
    private readonly store: DossierStoreClient,
  ) {}

  /** @throws errors of intake and of the store; the run is then done again */
  async over(period: Period): Promise<Comparison> {
    const accepted = await this.intake.acceptedIn(period);
    const result = new Comparison();
    for await (const stored of this.storedIn(period)) {
      if (result.has(stored.meldingId)) continue;
      result.read += 1;
      await this.judge(result, stored.meldingId, accepted, stored);
    }
    for await (const meldingId of this.ledgerOf(period)) {
      if (!result.has(meldingId)) await this.judge(result, meldingId, accepted);
    }
    for (const meldingId of accepted.keys()) {
      if (!result.has(meldingId)) await this.judge(result, meldingId, accepted);
    }
    return this.withoutJustAccepted(result, period);
  }

  /** @param listed as the store listed it some moments ago: what looks like a difference is looked at again by itself */
  private async judge(
    result: Comparison,
    meldingId: string,
    accepted: AcceptedById,
    listed?: StoredMelding,
  ): Promise<void> {
    const melding = accepted.get(meldingId) ?? null;
    const acceptance = this.acceptance(melding);
    let entry = await this.entry(meldingId);
    let verdict: Verdict | undefined = listed && compare(entry, listed, acceptance);
    if (verdict !== 'MATCHING' && verdict !== 'OPEN') {
      const stored = await this.store.meldingOf(meldingId);
      entry = await this.entry(meldingId);
      verdict = compare(entry, stored, acceptance);
    }
    result.note(meldingId, verdict, placeOf(entry, verdict), melding);
  }

  /** A melding accepted after intake was asked is unknown to that answer only. */
  private async withoutJustAccepted(result: Comparison, period: Period): Promise<Comparison> {
    if (!result.differences.some(({ difference }) => difference === 'MISSING_AT_INTAKE')) return result;
    const accepted = await this.intake.acceptedIn(period);
    result.dropMissingAtIntake((meldingId) => accepted.has(meldingId));
    return result;
  }

  private acceptance(melding: AcceptedMelding | null): Acceptance {
    if (melding === null) return 'NEVER';
    const age = this.clock.now().getTime() - melding.acceptedAt.getTime();
    return age >= this.config.RECONCILIATION_GRACE_SECONDS * 1_000 ? 'LONG_AGO' : 'JUST_NOW';
  }

  private entry(meldingId: string): Promise<LedgerEntry | null> {
    return this.dataSource.manager.findOneBy(LedgerEntry, { meldingId });
  }

  private async *storedIn(period: Period): AsyncIterable<StoredMelding> {
    let cursor: string | null = null;
    do {
      const page = await this.store.meldingenOf(period, cursor);
      yield* page.items;
      if (page.nextCursor !== null && page.nextCursor === cursor) {
        throw new StoreNonsenseError('the next page is this page');
      }
      cursor = page.nextCursor;
    } while (cursor !== null);
  }

  private async *ledgerOf({ from, until }: Period): AsyncIterable<string> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await this.dataSource.query<{ melding_id: string }[]>(
        `SELECT melding_id FROM ledger_entry WHERE received_at >= $1 AND received_at < $2 AND melding_id > $3
         ORDER BY melding_id LIMIT $4`,
        [from, until, after, BATCH],
      );
      for (const row of rows) yield row.melding_id;
      if (rows.length < BATCH) return;
      after = rows.at(-1)?.melding_id ?? after;
    }
  }
}
