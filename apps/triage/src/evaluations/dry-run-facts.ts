import { completeAnswers } from '#contracts';
import type { LocationState, MeldingFacts, MeldingText, OtherMelding } from '../urgency/index.js';
import { otherMeldingFromReasons } from '../urgency/index.js';
import type { DryRunContactDto, DryRunMeldingDto } from './dry-run-melding.dto.js';
import type { LocationContextDto, OtherMeldingDto } from './evaluation-request.dto.js';

/** What is left out is what the melder did not tell. */
export function dryRunFacts(melding: DryRunMeldingDto, now: Date): MeldingFacts {
  const {
    kind,
    submitterType,
    identityMode,
    answers,
    personeelstekort,
    inspectieAdvies,
    language,
    receivedAt,
  } = melding;
  return {
    kind,
    submitterType: submitterType ?? 'ONBEKEND',
    identityMode: identityMode ?? 'KNOWN',
    answers: completeAnswers(withoutNulls(answers ?? {})),
    personeelstekort: personeelstekort ? { measures: personeelstekort.measures ?? [] } : null,
    inspectieAdvies: inspectieAdvies ?? null,
    language: language ?? null,
    receivedAt: receivedAt ? new Date(receivedAt) : now,
    text: textOf(melding),
  };
}

function textOf({ description, measuresTaken, desiredOutcome }: DryRunMeldingDto): MeldingText | null {
  if (!description && !measuresTaken && !desiredOutcome) return null;
  return {
    description: description ?? '',
    measuresTaken: measuresTaken ?? null,
    desiredOutcome: desiredOutcome ?? null,
  };
}

/** Every location the melding names, each once. */
export function locationIdsOf({ location, personeelstekort }: DryRunMeldingDto): string[] {
  return [...new Set([location?.id, ...(personeelstekort?.locationIds ?? [])])].filter(
    (id) => typeof id === 'string',
  );
}

/** Mail address and phone number by which other meldingen may be of the same submitter (domain.md 3.6.3). */
export function submitterKeysOf({ contact, identityMode }: DryRunMeldingDto): string[] {
  if (identityMode === 'ANONYMOUS') return [];
  const { email, phone }: DryRunContactDto = contact ?? {};
  return [email, phone].filter((key) => typeof key === 'string').map(sameKey);
}

export function otherMelding({ kind, submitterKey, hoursAgo, reasons }: OtherMeldingDto): OtherMelding {
  const key = submitterKey ? sameKey(submitterKey) : null;
  return otherMeldingFromReasons({ kind, submitterKey: key, hoursAgo, reasons: reasons ?? [] });
}

export function givenState({
  licenceState,
  enforcementState,
  riskBand,
  schorsingEndedOn,
}: LocationContextDto): LocationState {
  return {
    licenceState: licenceState ?? null,
    enforcementState: enforcementState ?? null,
    riskBand: riskBand ?? null,
    schorsingEndedOn: schorsingEndedOn ?? null,
  };
}

/** A phone number is the same however its digits are grouped. */
function sameKey(key: string): string {
  return /^[+\d][\d ()./-]*$/.test(key.trim()) ? key.replace(/[^+\d]/g, '') : key;
}

function withoutNulls<T extends object>(group: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(group).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<T>;
}
