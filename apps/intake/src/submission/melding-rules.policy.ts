import { CONTACT_REQUIRED_KINDS, KINDS, requiredFields, type Kind } from '#contracts';
import { isAhead, parseFactDate } from './fact-date.js';
import { isGivenAt, valueAt, type Given } from './given-melding.js';
import { fault, type MeldingFault } from './melding-fault.js';
import {
  CONTACT_REQUIRED,
  CONTACT_WITH_ANONYMOUS,
  goesWith,
  IN_THE_FUTURE,
  MISSING,
  PART_REQUIRED,
  REQUIRED,
} from './melding-fault-texts.js';

/** Who fills it in: a melder himself, or staff for somebody who phoned, wrote or came by. */
export type EnteredBy = 'MELDER' | 'STAFF';

const isKind = (value: unknown): value is Kind => KINDS.some((kind) => kind === value);

const pointerTo = (field: string): string => `/${field.replaceAll('.', '/')}`;

function isLocationGiven(kind: Kind, given: Given): boolean {
  if (isGivenAt(given, 'location.id') || isGivenAt(given, 'location.description')) return true;
  return kind === 'PERSONEELSTEKORT' && isGivenAt(given, 'personeelstekort.locationIds');
}

function missingFields(kind: Kind, given: Given): MeldingFault[] {
  return requiredFields(kind)
    .filter((field) => !(field === 'location' ? isLocationGiven(kind, given) : isGivenAt(given, field)))
    .map((field) => fault(pointerTo(field), 'REQUIRED', MISSING[field] ?? REQUIRED));
}

/**
 * Staff who write down a letter or a talk take what there is: nobody is turned away because he left no number
 * (domain.md 3.2.6).
 */
function contactFaults(kind: Kind, given: Given, enteredBy: EnteredBy): MeldingFault[] {
  const mode = valueAt(given, 'identityMode');
  const hasContact = isGivenAt(given, 'contact');
  if (mode === 'ANONYMOUS') {
    return hasContact ? [fault('/contact', 'CONTACT_WITH_ANONYMOUS', CONTACT_WITH_ANONYMOUS)] : [];
  }
  const isReachable = isGivenAt(given, 'contact.email') || isGivenAt(given, 'contact.phone');
  const mustBeReachable = CONTACT_REQUIRED_KINDS.includes(kind) && (mode !== undefined || hasContact);
  if (isReachable || !mustBeReachable || enteredBy === 'STAFF') return [];
  return [fault('/contact/email', 'CONTACT_REQUIRED', CONTACT_REQUIRED)];
}

const COMPANIONS = [
  ['personeelstekort', 'PERSONEELSTEKORT'],
  ['inspectieAdvies', 'INSPECTIE_ADVIES'],
] as const;

/** Groups of fields that go with one kind only, and always with that kind. */
function companionFaults(kind: Kind, given: Given): MeldingFault[] {
  return COMPANIONS.flatMap(([group, owner]) => {
    const value = valueAt(given, group);
    const isThere = value !== undefined && value !== null;
    if (kind === owner && !isThere) return [fault(`/${group}`, 'REQUIRED', PART_REQUIRED)];
    if (kind === owner || !isThere) return [];
    return [fault(`/${group}`, 'OTHER_KIND', goesWith(owner))];
  });
}

/** A shortage may be announced for days to come ("R (from)", domain.md 2.3); other facts have happened. */
function factDateFaults(kind: Kind, given: Given, now: Date): MeldingFault[] {
  const text = valueAt(given, 'factDate');
  const fact = typeof text === 'string' ? parseFactDate(text.trim()) : undefined;
  if (fact === undefined || kind === 'PERSONEELSTEKORT' || !isAhead(fact, now)) return [];
  return [fault('/factDate', 'IN_THE_FUTURE', IN_THE_FUTURE)];
}

/**
 * What a kind needs beside the right shape (domain.md 2.3, contract.md 3). Refused is only what cannot be assessed
 * or contradicts itself; what merely our own form asks for is not.
 */
export function meldingFaults(given: Given, enteredBy: EnteredBy, now: Date): MeldingFault[] {
  const kind = valueAt(given, 'kind');
  if (!isKind(kind)) return [];
  return [
    ...missingFields(kind, given),
    ...contactFaults(kind, given, enteredBy),
    ...companionFaults(kind, given),
    ...factDateFaults(kind, given, now),
  ];
}
