import type { Actor } from '#platform';
import type { CaseDetail, MeldingContent } from '../src/zaken/case-answers.js';

const actor: Actor = {
  kind: 'STAFF',
  id: 'kb.mc.een',
  name: 'Mila Denkens',
  roles: ['KB_MC'],
  teams: ['CENTRAAL'],
};

export const SESSION_OF = { actor, accessToken: 'access-token-of-mila', idToken: 'id-token-of-mila' };

const STORY = 'Hij heeft haar geslagen. <script>alert(1)</script>';

/** A case as triage answers it. */
export const caseAnswer: CaseDetail = {
  id: '0193529e-6a0b-7c3e-9f51-2f7d1c0a4b22',
  meldingId: '0193529e-6a0b-7c3e-9f51-2f7d1c0a4b11',
  reference: 'OP-7K3M-Q9XD',
  kind: 'MELDING',
  kindLabel: 'Bezorgdheid melden',
  level: 'HIGH',
  reasons: [
    {
      code: 'R-N1',
      text: 'Melding over een opvang.',
      evidence: [{ type: 'answer', key: 'kind', value: 'MELDING' }],
    },
    {
      code: 'TXT-GEWELD',
      text: 'De tekst wijst op geweld of hardhandigheid.',
      evidence: [{ type: 'text', field: 'description', start: 15, end: 23 }],
    },
  ],
  flags: ['F-CONTRADICTION'],
  policyVersion: '2026.1',
  textAssessed: true,
  queue: 'REGIOTEAM',
  team: 'REGIO_2',
  handlerRole: 'klantenbeheerder_meldingen_communicatie',
  assignee: null,
  assigneeName: null,
  status: 'TRIAGED',
  clocks: [
    {
      code: 'HIGH_24H',
      dueAt: '2026-11-22T20:15:00Z',
      state: 'RUNNING',
      steps: [{ step: 'PICK_UP', dueAt: '2026-11-22T08:15:00Z', state: 'RUNNING' }],
    },
  ],
  dueAt: '2026-11-22T20:15:00Z',
  receivedAt: '2026-11-21T20:15:00Z',
  location: { id: 'L02', name: "'t Fluwelen Fazantje", municipality: 'Verzinbeke' },
  allowedActions: ['assign', 'start', 'raise'],
  history: [
    { at: '2026-11-21T20:15:01Z', label: 'Ingeschat: dringend', by: 'system', byName: null, reason: null },
  ],
  version: 3,
};

/** Its melding as intake answers it. */
export const contentAnswer: MeldingContent = {
  submitterType: 'OUDER',
  identityMode: 'KNOWN',
  contact: { name: 'Voorbeeld Ouder', email: 'ouder@voorbeeld.example' },
  safeTimes: null,
  identityWithheld: null,
  preferredChannel: null,
  channel: 'WEB',
  factDate: '2026-11-20',
  location: { id: 'L02', description: null, municipality: null },
  locations: [{ id: 'L02', name: "'t Fluwelen Fazantje", municipality: 'Verzinbeke' }],
  description: STORY,
  measuresTaken: null,
  desiredOutcome: null,
  answers: { immediateDanger: 'no', conductTypes: [] },
  themes: ['GRENSOVERSCHRIJDEND'],
  alreadyReportedTo: [],
  parentsInformed: null,
  consentToShareIdentity: false,
  personeelstekort: null,
  admissibility: { complete: true, missing: [] },
};
