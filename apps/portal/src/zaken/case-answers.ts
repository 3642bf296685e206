import type {
  CaseStatus,
  HandlerRole,
  IdentityMode,
  Kind,
  Level,
  Queue,
  SubmitterType,
  Team,
} from '#contracts';

export const TEXT_FIELDS = ['description', 'measuresTaken', 'desiredOutcome'] as const;
export type StoryField = (typeof TEXT_FIELDS)[number];

/** What made a rule fire: an answer, a place in the text (UTF-16 offsets, end exclusive), or the history. */
export type Evidence =
  | { type: 'answer'; key: string; value: string | string[] }
  | { type: 'text'; field: StoryField; start: number; end: number }
  | { type: 'context'; key: string; value: string | number };

export interface Reason {
  code: string;
  text: string;
  evidence: Evidence[];
}

export type ClockState = 'RUNNING' | 'MET' | 'OVERDUE';

export interface CaseClock {
  code: string;
  dueAt: string;
  state: ClockState;
  steps: { step: string; dueAt: string; state: ClockState }[];
}

export interface HistoryLine {
  at: string;
  label: string;
  by: string;
  byName: string | null;
  reason: string | null;
}

export type CaseAction = 'assign' | 'start' | 'raise';

/** `GET /api/v1/cases/{id}` of triage (contract.md 4). */
export interface CaseDetail {
  id: string;
  meldingId: string;
  reference: string;
  kind: Kind;
  kindLabel: string;
  level: Level;
  reasons: Reason[];
  flags: string[];
  policyVersion: string;
  textAssessed: boolean;
  queue: Queue;
  team: Team;
  handlerRole: HandlerRole;
  assignee: string | null;
  assigneeName: string | null;
  status: CaseStatus;
  clocks: CaseClock[];
  dueAt: string;
  receivedAt: string;
  location: { id: string; name: string | null; municipality: string | null } | null;
  allowedActions: CaseAction[];
  history: HistoryLine[];
  version: number;
}

interface Address {
  street?: string;
  houseNumber?: string;
  box?: string;
  postalCode?: string;
  municipality?: string;
}

export interface Contact {
  name?: string;
  email?: string;
  phone?: string;
  address?: Address;
}

export interface Personeelstekort {
  measures: string[];
  absentFte: number | null;
  totalFte: number | null;
  affectedPlaces: number | null;
  expectedUntil: string | null;
}

/** `GET /api/v1/meldingen/{id}` of intake (contract.md 4). */
export interface MeldingContent {
  submitterType: SubmitterType;
  identityMode: IdentityMode;
  contact: Contact | null;
  safeTimes: string | null;
  /** Why a name is not shown; null when it is. */
  identityWithheld: 'ANONYMOUS' | 'CONFIDENTIAL' | 'NOT_NEEDED' | null;
  preferredChannel: string | null;
  channel: string;
  factDate: string | null;
  location: { id: string | null; description: string | null; municipality: string | null };
  locations: { id: string; name: string; municipality: string }[];
  description: string;
  measuresTaken: string | null;
  desiredOutcome: string | null;
  answers: Record<string, string | string[]>;
  themes: string[];
  alreadyReportedTo: string[];
  parentsInformed: string | null;
  consentToShareIdentity: boolean;
  personeelstekort: Personeelstekort | null;
  admissibility: { complete: boolean; missing: string[] };
}

/** A step of `GET /api/v1/meldingen/{id}/trace`. */
export interface TraceEntry {
  step: string;
  at: string;
  confirmedBy: string;
}

/** What somebody asks for with a case, on the version that was on the screen. */
export interface ActionRequest {
  action: CaseAction;
  assignee?: string;
  level?: Level;
  reason?: string;
  version: number;
  sendKey: string;
}
