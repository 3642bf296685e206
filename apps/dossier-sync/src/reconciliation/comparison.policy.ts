import { contentOf } from '../hand-over/melding-state.js';
import type { LedgerEntry, LedgerState } from '../ledger/ledger-entry.entity.js';
import { holds, type StoredMelding } from '../store/stored-melding.js';
import type { Difference } from './reconciliation-difference.entity.js';

export type Verdict = 'MATCHING' | 'OPEN' | Difference;

/** What intake says of it: the event of what was accepted just now may still be on its way. */
export type Acceptance = 'LONG_AGO' | 'JUST_NOW' | 'NEVER';

/**
 * Compares what intake accepted, what we said and what the store holds. A hand-over that is still going on, or was
 * refused, is on the list of the ledger with its reason: it is open, no difference.
 */
export function compare(
  entry: LedgerEntry | null,
  stored: StoredMelding | null,
  acceptance: Acceptance,
): Verdict {
  if (entry === null || entry.facts === null) return unheard(stored, acceptance);
  const verdict = registration(entry, entry.facts, stored);
  const isSettled = verdict === 'MATCHING' || verdict === 'OPEN';
  return isSettled && acceptance === 'NEVER' ? 'MISSING_AT_INTAKE' : verdict;
}

function unheard(stored: StoredMelding | null, acceptance: Acceptance): Verdict {
  if (acceptance === 'LONG_AGO') return 'NEVER_HEARD_OF';
  return stored === null || acceptance === 'JUST_NOW' ? 'OPEN' : 'MISSING_IN_LEDGER';
}

function registration(
  entry: LedgerEntry,
  facts: NonNullable<LedgerEntry['facts']>,
  stored: StoredMelding | null,
): Verdict {
  if (entry.state !== 'REGISTERED') return 'OPEN';
  // Also when a later change is open or was refused: the registration itself got lost.
  if (stored === null || hasAnotherNumber(stored, entry)) return 'MISSING_IN_STORE';
  if (entry.confirmedRevision < entry.revision) return 'OPEN';
  return holds(stored, contentOf(facts, entry)) ? 'MATCHING' : 'CONTENT_DIFFERS';
}

/** What the store confirmed under the number that we tell everyone is not there; it holds another registration. */
function hasAnotherNumber({ held }: StoredMelding, { dossierNumber }: LedgerEntry): boolean {
  const listed = held['dossierNumber'];
  return typeof listed === 'string' && listed !== dossierNumber;
}

/**
 * Where an accepted melding is, in exactly one place. What the store lost and what the ledger never heard of waits:
 * both are handed over again by the run that finds them.
 */
export function placeOf(entry: LedgerEntry | null, verdict: Verdict): LedgerState {
  if (verdict === 'MISSING_IN_STORE' || verdict === 'NEVER_HEARD_OF') return 'WAITING';
  return entry === null || entry.facts === null ? 'WAITING' : entry.state;
}
