import type { CaseStatus, HandlerRole, IdentityMode, Queue, Team } from '#contracts';
import type { Admissibility } from '../admissibility/admissibility.policy.js';
import type { ContactInput } from '../submission/melding-input.js';
import type { IdentityPart, SealedContent } from '../vault/sealed-melding.js';
import type { Withheld } from './identity-access.policy.js';
import type { FoundMelding } from './melding-finder.service.js';
import type { MeldingEntity } from './melding.entity.js';

type Coded = Pick<
  MeldingEntity,
  | 'id'
  | 'reference'
  | 'kind'
  | 'submitterType'
  | 'channel'
  | 'language'
  | 'preferredChannel'
  | 'answers'
  | 'themes'
  | 'alreadyReportedTo'
  | 'parentsInformed'
  | 'consentToShareIdentity'
  | 'personeelstekort'
  | 'inspectieAdvies'
  | 'enteredBy'
>;

/** A melding as staff read it: the words of `POST /api/v1/meldingen` again, with what happened to it since. */
export interface MeldingView extends Coded {
  identityMode: IdentityMode;
  /** Null when it may not be shown, and then `identityWithheld` says why. */
  contact: ContactInput | null;
  safeTimes: string | null;
  identityWithheld: Withheld;
  receivedAt: string;
  factDate: string | null;
  location: { id: string | null; description: string | null; municipality: string | null };
  locations: { id: string; name: string; type: string; municipality: string }[];
  description: string;
  measuresTaken: string | null;
  desiredOutcome: string | null;
  admissibility: Admissibility;
  status: CaseStatus;
  queue: Queue | null;
  team: Team | null;
  handlerRole: HandlerRole | null;
  assignee: string | null;
}

export const admissibilityOfRow = ({ admissibilityMissing }: MeldingEntity): Admissibility => ({
  complete: admissibilityMissing.length === 0,
  missing: admissibilityMissing,
});

/** @param identity null when it is withheld */
export function meldingView(
  found: FoundMelding,
  content: SealedContent,
  identity: IdentityPart | null,
  withheld: Withheld,
): MeldingView {
  const { melding, handling, locations } = found;
  return {
    id: melding.id,
    reference: melding.reference,
    kind: melding.kind,
    submitterType: melding.submitterType,
    identityMode: melding.identityMode,
    contact: identity?.contact ?? null,
    safeTimes: identity?.safeTimes ?? null,
    identityWithheld: withheld,
    preferredChannel: melding.preferredChannel,
    channel: melding.channel,
    language: melding.language,
    receivedAt: melding.receivedAt.toISOString(),
    factDate: melding.factAt?.toISOString() ?? melding.factDay,
    location: {
      id: melding.locationIds[0] ?? null,
      description: content.locationDescription,
      municipality: content.locationMunicipality,
    },
    locations: locations.map(({ id, name, type, municipality }) => ({ id, name, type, municipality })),
    description: content.description,
    measuresTaken: content.measuresTaken,
    desiredOutcome: content.desiredOutcome,
    answers: melding.answers,
    themes: melding.themes,
    alreadyReportedTo: melding.alreadyReportedTo,
    parentsInformed: melding.parentsInformed,
    consentToShareIdentity: melding.consentToShareIdentity,
    personeelstekort: melding.personeelstekort,
    inspectieAdvies: melding.inspectieAdvies,
    admissibility: admissibilityOfRow(melding),
    enteredBy: melding.enteredBy,
    status: handling?.status ?? 'RECEIVED',
    queue: handling?.queue ?? null,
    team: handling?.team ?? null,
    handlerRole: handling?.handlerRole ?? null,
    assignee: handling?.assignee ?? null,
  };
}
