import type {
  Answers,
  IdentityMode,
  InspectieAdvice,
  Kind,
  PersoneelstekortMeasure,
  PreferredChannel,
  ReportedTo,
  SubmitterType,
  Theme,
} from '#contracts';

export type YesNoUnknown = Answers['immediateDanger'];

export interface AddressInput {
  street?: string;
  houseNumber?: string;
  box?: string;
  postalCode?: string;
  municipality?: string;
}

export interface ContactInput {
  name?: string;
  email?: string;
  phone?: string;
  address?: AddressInput;
}

export interface PersoneelstekortInput {
  locationIds?: string[];
  measures?: PersoneelstekortMeasure[];
  absentFte?: number;
  totalFte?: number;
  affectedPlaces?: number;
  expectedUntil?: string;
}

export interface InspectieAdviesInput {
  number: string;
  advice: InspectieAdvice;
  inspectedOn?: string;
}

/** A melding as it was filled in, shape and rules checked (contract.md 3). */
export interface MeldingFields {
  submitterType?: SubmitterType;
  identityMode?: IdentityMode;
  contact?: ContactInput;
  preferredChannel?: PreferredChannel;
  safeTimes?: string;
  location?: { id?: string; description?: string; municipality?: string };
  factDate?: string | null;
  description: string;
  answers?: Partial<Answers>;
  parentsInformed?: YesNoUnknown;
  measuresTaken?: string;
  personeelstekort?: PersoneelstekortInput;
  themes?: Theme[];
  desiredOutcome?: string;
  alreadyReportedTo?: ReportedTo[];
  consentToShareIdentity?: boolean;
  language?: string;
}

export interface MeldingInput extends MeldingFields {
  kind: Kind;
  inspectieAdvies?: InspectieAdviesInput;
}
