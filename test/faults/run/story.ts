import { query } from '../ledger/collect-facts.js';
import { COUNTED, type Counted, type SystemUnderFaults } from '../machine/system-under-faults.js';

const MOST_LINES = 60;

/** Tables that tell about one melding, and the column by which they do. */
const CHAPTERS: Record<Counted, [title: string, sql: string][]> = {
  intake: [
    ['received', 'SELECT id, reference, kind, received_at FROM melding WHERE id = $1::uuid'],
    [
      'trace',
      'SELECT step, at, confirmed_by, event_id FROM trace_step WHERE melding_id = $1::uuid ORDER BY at',
    ],
  ],
  dossier_sync: [['ledger', 'SELECT * FROM ledger_entry WHERE melding_id = $1::uuid']],
  edison: [['store', 'SELECT * FROM melding_link WHERE melding_id = $1::uuid']],
  triage: [
    [
      'case',
      'SELECT id, level, status, flags, triaged_at, crisis_raised_at FROM triage_case WHERE melding_id = $1::uuid',
    ],
    [
      'history',
      `SELECT e.at, e.type, e.detail FROM triage_case_event e JOIN triage_case c ON c.id = e.case_id
       WHERE c.melding_id = $1::uuid ORDER BY e.position`,
    ],
  ],
  notification: [
    [
      'messages',
      `SELECT id, purpose, occasion, state, attempts, last_error, released_at, sent_at FROM message
       WHERE subject_id = $1::uuid`,
    ],
    [
      'delivery',
      `SELECT a.* FROM delivery_attempt a JOIN message m ON m.id = a.message_id
       WHERE m.subject_id = $1::uuid ORDER BY a.attempted_at`,
    ],
  ],
};

const EVENTS: [title: string, sql: string][] = [
  [
    'events told',
    `SELECT type, version, created_at, published_at, attempts FROM messaging_outbox WHERE key = $1 ORDER BY version`,
  ],
  [
    'events parked',
    `SELECT type, reason, attempts, parked_at, next_try, resolved_at FROM messaging_parked WHERE key = $1`,
  ],
  [
    'work',
    `SELECT kind, attempts, last_error, due_at, leased_until, done_at FROM messaging_work
     WHERE key = $1 OR payload::text LIKE '%' || $1 || '%'`,
  ],
];

/** Everything that the services and their logs know of one melding. */
export async function storyOf(system: SystemUnderFaults, meldingId: string): Promise<string> {
  const lines: string[] = [`Story of melding ${meldingId}`];
  for (const service of COUNTED) {
    for (const [title, sql] of [...CHAPTERS[service], ...(service === 'edison' ? [] : EVENTS)]) {
      const rows = await query<object>(system, service, sql, [meldingId]);
      lines.push(`  ${service}, ${title}: ${rows.length === 0 ? 'nothing' : ''}`);
      lines.push(...rows.map((row) => `    ${JSON.stringify(row)}`));
    }
  }
  const told = system
    .logs()
    .split('\n')
    .filter((line) => line.includes(meldingId));
  lines.push('  log lines', ...told.slice(-MOST_LINES).map((line) => `    ${line}`));
  return lines.join('\n');
}
