import type { EnforcementState, Kind, LicenceState } from '#contracts';

/** Another melding about the same location, seen from the receipt of the one that is judged. */
export interface OtherMelding {
  readonly kind: Kind;
  /** Same key = same submitter; null = anonymous, always a submitter of its own (domain.md 3.6.3). */
  readonly submitterKey: string | null;
  /** Hours between its receipt and the receipt of the judged melding; negative when it came later. */
  readonly hoursAgo: number;
  readonly violenceOrUnexplainedInjury: boolean;
}

/** What the dossier says about the location now; null where it says nothing. */
export interface LocationState {
  readonly licenceState: LicenceState | null;
  readonly enforcementState: EnforcementState | null;
  readonly riskBand: string | null;
  /** Last day (yyyy-mm-dd, Belgian) of the most recent ended schorsing. */
  readonly schorsingEndedOn: string | null;
}

/** What is known around a melding at the time of judging. */
export interface DecisionContext {
  /** Keys under which the submitter is known; empty when anonymous. */
  readonly submitterKeys: readonly string[];
  readonly otherMeldingen: readonly OtherMelding[];
  /** Null when the location is not given or not recognised. */
  readonly location: LocationState | null;
}
