import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LedgerEntry } from '../ledger/ledger-entry.entity.js';
import { DossierStoreClient, type Period } from '../store/dossier-store.client.js';
import { compare, type Verdict } from './comparison.policy.js';
import type { Difference } from './reconciliation-difference.entity.js';

const BATCH = 200;

export interface Comparison {
  read: number;
  matching: number;
  open: number;
  differences: { meldingId: string; difference: Difference }[];
}

/** Compares ledger and store over a period: first all that the store lists, then all that only the ledger has. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: DossierStoreClient,
  ) {}

  /** @throws errors of the store; the run is then done again */
  async over(period: Period): Promise<Comparison> {
    const result: Comparison = { read: 0, matching: 0, open: 0, differences: [] };
    const listed = new Set<string>();
    let cursor: string | null = null;
    do {
      const page = await this.store.meldingenOf(period, cursor);
      for (const stored of page.items) {
        listed.add(stored.meldingId);
        add(
          result,
          stored.meldingId,
          await this.judge(stored.meldingId, compare(await this.entry(stored.meldingId), stored)),
        );
      }
      cursor = page.nextCursor;
    } while (cursor !== null);
    result.read = listed.size;
    for await (const meldingId of this.ledgerOf(period)) {
      if (!listed.has(meldingId)) add(result, meldingId, await this.now(meldingId));
    }
    return result;
  }

  /** A list is of some moments ago: what looks like a difference is looked at again by itself. */
  private async judge(meldingId: string, verdict: Verdict): Promise<Verdict> {
    return verdict === 'MATCHING' || verdict === 'OPEN' ? verdict : this.now(meldingId);
  }

  private async now(meldingId: string): Promise<Verdict> {
    const stored = await this.store.meldingOf(meldingId);
    return compare(await this.entry(meldingId), stored);
  }

  private entry(meldingId: string): Promise<LedgerEntry | null> {
    return this.dataSource.manager.findOneBy(LedgerEntry, { meldingId });
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

function add(result: Comparison, meldingId: string, verdict: Verdict): void {
  if (verdict === 'MATCHING') result.matching += 1;
  else if (verdict === 'OPEN') result.open += 1;
  else result.differences.push({ meldingId, difference: verdict });
}
