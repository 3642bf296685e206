import {
  completeAnswers,
  type Answers,
  type Channel,
  type IdentityMode,
  type Kind,
  type PersoneelstekortMeasure,
  type PreferredChannel,
  type ReportedTo,
  type SubmitterType,
  type Theme,
} from '#contracts';
import { admissibilityOf, type Admissibility } from '../admissibility/admissibility.policy.js';
import { parseFactDate, type FactDate } from './fact-date.js';
import { isGiven } from './given-melding.js';
import type { ContactInput, InspectieAdviesInput, MeldingInput, YesNoUnknown } from './melding-input.js';

export interface Personeelstekort {
  measures: PersoneelstekortMeasure[];
  absentFte: number | null;
  totalFte: number | null;
  affectedPlaces: number | null;
  expectedUntil: string | null;
}

export interface InspectieAdvies {
  number: string;
  advice: InspectieAdviesInput['advice'];
  inspectedOn: string | null;
}

/** All of a melding that is a code, a date or a number: what may stand outside the vault. */
export interface CodedPart {
  kind: Kind;
  submitterType: SubmitterType;
  identityMode: IdentityMode;
  channel: Channel;
  language: string;
  preferredChannel: PreferredChannel | null;
  receivedAt: Date;
  fact: FactDate | null;
  locationIds: string[];
  locationDescribed: boolean;
  answers: Answers;
  themes: Theme[];
  alreadyReportedTo: ReportedTo[];
  parentsInformed: YesNoUnknown;
  consentToShareIdentity: boolean;
  personeelstekort: Personeelstekort | null;
  inspectieAdvies: InspectieAdvies | null;
  reachableBy: { email: boolean; phone: boolean };
  admissibility: Admissibility;
  /** User name of the member of staff who wrote it down; null when the melder did. */
  enteredBy: string | null;
}

/** Who the melder is and how to reach him; kept apart so that reading the text never shows it (domain.md 9.3). */
export interface IdentityPart {
  contact: ContactInput;
  safeTimes: string | null;
}

/** What was told in words. */
export interface ContentPart {
  description: string;
  measuresTaken: string | null;
  desiredOutcome: string | null;
  locationDescription: string | null;
  locationMunicipality: string | null;
}

export interface Melding {
  coded: CodedPart;
  identity: IdentityPart;
  content: ContentPart;
}

/** How and when a melding came in. */
export interface Entry {
  channel: Channel;
  receivedAt: Date;
  enteredBy: string | null;
}

/** Kinds that need no mode follow from what was given (domain.md 2.3: optional for FEEDBACK and VRAAG). */
const identityModeOf = (input: MeldingInput): IdentityMode =>
  input.identityMode ?? (isGiven(input.contact) ? 'KNOWN' : 'ANONYMOUS');

function locationsOf(input: MeldingInput): string[] {
  const ids = [input.location?.id, ...(input.personeelstekort?.locationIds ?? [])];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

function personeelstekortOf(input: MeldingInput): Personeelstekort | null {
  if (input.personeelstekort === undefined) return null;
  const { measures, absentFte, totalFte, affectedPlaces, expectedUntil } = input.personeelstekort;
  return {
    measures: measures ?? [],
    absentFte: absentFte ?? null,
    totalFte: totalFte ?? null,
    affectedPlaces: affectedPlaces ?? null,
    expectedUntil: expectedUntil ?? null,
  };
}

function codedPart(input: MeldingInput, entry: Entry): CodedPart {
  const contact = input.contact ?? {};
  return {
    kind: input.kind,
    submitterType: input.submitterType ?? 'ONBEKEND',
    identityMode: identityModeOf(input),
    ...entry,
    language: input.language?.toLowerCase() ?? 'nl',
    preferredChannel: input.preferredChannel ?? null,
    fact: parseFactDate(input.factDate ?? '') ?? null,
    locationIds: locationsOf(input),
    locationDescribed: input.location?.description !== undefined,
    answers: completeAnswers(withoutUndefined(input.answers)),
    themes: input.themes ?? [],
    alreadyReportedTo: input.alreadyReportedTo ?? [],
    parentsInformed: input.parentsInformed ?? 'unknown',
    consentToShareIdentity: input.consentToShareIdentity ?? false,
    personeelstekort: personeelstekortOf(input),
    inspectieAdvies:
      input.inspectieAdvies === undefined
        ? null
        : { ...input.inspectieAdvies, inspectedOn: input.inspectieAdvies.inspectedOn ?? null },
    reachableBy: { email: contact.email !== undefined, phone: contact.phone !== undefined },
    admissibility: admissibilityOf(input.kind, contact),
  };
}

/** A question left blank must not hide that it is unknown. */
function withoutUndefined(answers: Partial<Answers> = {}): Partial<Answers> {
  const given: Record<string, unknown> = {};
  for (const [name, answer] of Object.entries(answers)) {
    if (answer !== undefined && answer !== null) given[name] = answer;
  }
  return given;
}

/** Splits a checked melding into what may be read by programs and what belongs in the vault. */
export function meldingFrom(input: MeldingInput, entry: Entry): Melding {
  return {
    coded: codedPart(input, entry),
    identity: { contact: input.contact ?? {}, safeTimes: input.safeTimes ?? null },
    content: {
      description: input.description,
      measuresTaken: input.measuresTaken ?? null,
      desiredOutcome: input.desiredOutcome ?? null,
      locationDescription: input.location?.description ?? null,
      locationMunicipality: input.location?.municipality ?? null,
    },
  };
}
