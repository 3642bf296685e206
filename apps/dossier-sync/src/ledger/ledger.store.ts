import { Gathered } from '#messaging';
import { Clock, readRows, updateRows } from '#platform';
import { Injectable } from '@nestjs/common';
import { EntityNotFoundError, type EntityManager } from 'typeorm';
import { AT_RECEIPT } from '../hand-over/melding-state.js';
import { LedgerEntry } from './ledger-entry.entity.js';

const THESE = 'WHERE melding_id = ANY($1::uuid[])';
/** Always in the same order, so that two batches never wait for each other. */
const THESE_LOCKED = `${THESE} ORDER BY melding_id FOR UPDATE`;

/** Reads and changes entries: those of one batch by one statement. Of one melding only one is in hand at a time. */
@Injectable()
export class LedgerStore {
  private readonly found = new Gathered(entries(THESE));
  private readonly locked = new Gathered(entries(THESE_LOCKED));
  private readonly opened = new Gathered(async (manager: EntityManager, meldingIds: string[]) => {
    await this.open(manager, meldingIds);
    return entries(THESE_LOCKED)(manager, meldingIds);
  });
  private readonly saved = new Gathered(async (manager: EntityManager, changed: LedgerEntry[]) => {
    await updateRows(manager, LedgerEntry, changed);
    return changed;
  });

  constructor(private readonly clock: Clock) {}

  /** The entry as it is now. @throws EntityNotFoundError */
  async read(manager: EntityManager, meldingId: string): Promise<LedgerEntry> {
    return present(await this.found.ask(manager, meldingId), meldingId);
  }

  /** The entry of a melding, made when there is none yet, locked until the end of the transaction. */
  async lockOrOpen(manager: EntityManager, meldingId: string): Promise<LedgerEntry> {
    return present(await this.opened.ask(manager, meldingId), meldingId);
  }

  /** Locked until the end of the transaction. @throws EntityNotFoundError */
  async lock(manager: EntityManager, meldingId: string): Promise<LedgerEntry> {
    return present(await this.locked.ask(manager, meldingId), meldingId);
  }

  /** Writes a locked entry back. */
  async save(manager: EntityManager, entry: LedgerEntry): Promise<void> {
    await this.saved.ask(manager, entry);
  }

  private async open(manager: EntityManager, meldingIds: string[]): Promise<void> {
    const { level, status, handler } = AT_RECEIPT;
    await manager.query(
      `INSERT INTO ledger_entry
         (melding_id, level, status, handler, state, attempts, revision, confirmed_revision, waiting_since)
       SELECT melding_id, $2, $3, $4, 'WAITING', 0, 0, 0, $5::timestamptz FROM unnest($1::uuid[]) AS melding_id
       ORDER BY melding_id
       ON CONFLICT DO NOTHING`,
      [meldingIds, level, status, handler, this.clock.now()],
    );
  }
}

/** Finds one for each id; undefined where there is none. */
function entries(where: string) {
  return async (manager: EntityManager, meldingIds: string[]): Promise<(LedgerEntry | undefined)[]> => {
    const rows = await readRows(manager, LedgerEntry, where, [meldingIds]);
    const found = new Map(rows.map((row) => [row.meldingId, row]));
    return meldingIds.map((id) => found.get(id));
  };
}

function present(entry: LedgerEntry | undefined, meldingId: string): LedgerEntry {
  if (entry === undefined) throw new EntityNotFoundError(LedgerEntry, { meldingId });
  return entry;
}
