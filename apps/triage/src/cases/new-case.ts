import type { CodedMelding } from '#contracts';
import { uuidv7 } from '#platform';
import { referenceKey } from './reference-key.js';
import { TriageCase } from './triage-case.entity.js';

/** A case as it begins, before the first decision gives it level, place and terms. */
export function newCase(melding: CodedMelding, openedAt: Date): TriageCase {
  return Object.assign(new TriageCase(), {
    id: uuidv7(),
    meldingId: melding.meldingId,
    reference: melding.reference,
    referenceKey: referenceKey(melding.reference),
    kind: melding.kind,
    facts: melding,
    locationId: melding.locationIds[0] ?? null,
    locationIds: melding.locationIds,
    receivedAt: new Date(melding.receivedAt),
    openedAt,
    status: 'TRIAGED',
    assignee: null,
    pickedUpAt: null,
    triagedAt: null,
    crisisRaisedAt: null,
    crisisAcknowledgedAt: null,
    noteKey: null,
    version: 1,
  } satisfies Partial<TriageCase>);
}
