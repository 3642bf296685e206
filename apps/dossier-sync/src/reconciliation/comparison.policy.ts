import { contentOf } from '../hand-over/melding-state.js';
import type { LedgerEntry } from '../ledger/ledger-entry.entity.js';
import { holds, type StoredMelding } from '../store/stored-melding.js';
import type { Difference } from './reconciliation-difference.entity.js';

export type Verdict = 'MATCHING' | 'OPEN' | Difference;

/**
 * Compares what we said with what the store holds. A hand-over that is still going on, or was refused, is on the
 * list of the ledger with its reason: it is open, no difference.
 */
export function compare(entry: LedgerEntry | null, stored: StoredMelding | null): Verdict {
  if (entry === null || entry.facts === null) return stored === null ? 'OPEN' : 'MISSING_IN_LEDGER';
  if (entry.state !== 'REGISTERED') return 'OPEN';
  // Also when a later change is open or was refused: the registration itself got lost.
  if (stored === null) return 'MISSING_IN_STORE';
  if (entry.confirmedRevision < entry.revision) return 'OPEN';
  return holds(stored, contentOf(entry.facts, entry)) ? 'MATCHING' : 'CONTENT_DIFFERS';
}
