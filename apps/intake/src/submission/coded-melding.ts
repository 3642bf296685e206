import { KLACHT_KINDS, type CodedMelding } from '#contracts';
import type { CodedPart } from './melding.js';

/** A melding as it travels: codes only (contract.md 5). The time of the facts stays behind, the day goes along. */
export function codedMelding(
  named: { id: string; reference: string; submitterKey: string | null },
  coded: CodedPart,
): CodedMelding {
  return {
    meldingId: named.id,
    reference: named.reference,
    kind: coded.kind,
    submitterType: coded.submitterType,
    identityMode: coded.identityMode,
    submitterKey: named.submitterKey,
    channel: coded.channel,
    language: coded.language,
    receivedAt: coded.receivedAt.toISOString(),
    factDate: coded.fact?.day ?? null,
    locationIds: coded.locationIds,
    locationDescribed: coded.locationDescribed,
    answers: coded.answers,
    themes: coded.themes,
    personeelstekort: coded.personeelstekort,
    inspectieAdvies: coded.inspectieAdvies,
    reachableBy: coded.reachableBy,
    admissibilityComplete: KLACHT_KINDS.includes(coded.kind) ? coded.admissibility.complete : null,
  };
}
