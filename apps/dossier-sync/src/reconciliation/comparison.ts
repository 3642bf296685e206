import type { AcceptedMelding } from '../accepted/accepted-melding.js';
import type { LedgerState } from '../ledger/ledger-entry.entity.js';
import type { Verdict } from './comparison.policy.js';
import type { Difference } from './reconciliation-difference.entity.js';

export interface FoundDifference {
  meldingId: string;
  difference: Difference;
  /** What intake accepted; null when intake does not know it. */
  accepted: AcceptedMelding | null;
}

/** What a run found; a melding is judged once, so that it counts once. */
export class Comparison {
  /** Meldingen that the store listed. */
  read = 0;
  matching = 0;
  open = 0;
  /** Where the accepted meldingen are: they add up to what intake accepted. */
  readonly places: Record<LedgerState, number> = { REGISTERED: 0, WAITING: 0, REFUSED: 0 };
  differences: FoundDifference[] = [];
  private readonly judged = new Set<string>();

  get accepted(): number {
    return this.places.REGISTERED + this.places.WAITING + this.places.REFUSED;
  }

  has(meldingId: string): boolean {
    return this.judged.has(meldingId);
  }

  /** @param place where it is, when intake accepted it */
  note(meldingId: string, verdict: Verdict, place: LedgerState, accepted: AcceptedMelding | null): void {
    this.judged.add(meldingId);
    if (accepted !== null) this.places[place] += 1;
    if (verdict === 'MATCHING') this.matching += 1;
    else if (verdict === 'OPEN') this.open += 1;
    else this.differences.push({ meldingId, difference: verdict, accepted });
  }

  /** Meldingen that intake turned out to know were accepted after the others were counted: they are not of this run. */
  dropMissingAtIntake(isKnown: (meldingId: string) => boolean): void {
    this.differences = this.differences.filter(
      ({ meldingId, difference }) => difference !== 'MISSING_AT_INTAKE' || !isKnown(meldingId),
    );
  }
}
