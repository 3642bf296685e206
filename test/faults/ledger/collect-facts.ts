import pg from 'pg';
import { verifyService } from '../../../deploy/local/audit/verify-service.js';
import { COUNTED, type Counted, type SystemUnderFaults } from '../machine/system-under-faults.js';
import type { StreamResult } from '../stream/melding-stream.js';
import type {
  CaseRow,
  HeldMelding,
  LedgerFacts,
  LedgerRow,
  MessageRow,
  OpenRow,
  ParkedRow,
  StoredRow,
  TraceRow,
} from './ledger-facts.js';

/** Services that tell and hear events. */
export const WITH_EVENTS = COUNTED.filter((service) => service !== 'edison');

const UNCERTAIN = `(SELECT count(*)::int FROM message WHERE state = 'UNCERTAIN')`;

/** Reads everything that the ledger is counted from, past all links. */
export async function collectFacts(system: SystemUnderFaults, stream: StreamResult): Promise<LedgerFacts> {
  const rows = <T extends object>(service: Counted, sql: string) => query<T>(system, service, sql);
  return {
    accepted: stream.accepted,
    sent: stream.sent,
    meldingen: await rows<HeldMelding>(
      'intake',
      'SELECT id, reachable_by_email AS "reachableByEmail" FROM melding',
    ),
    trace: await rows<TraceRow>(
      'intake',
      'SELECT melding_id AS "meldingId", step FROM trace_step ORDER BY at',
    ),
    ledger: await rows<LedgerRow>(
      'dossier_sync',
      `SELECT melding_id AS "meldingId", state, dossier_number AS "dossierNumber", attempts, owner, level, status,
         last_error AS "lastError", next_try_at AS "nextTryAt", confirmed_revision >= revision AS "isConfirmed"
       FROM ledger_entry`,
    ),
    stored: await rows<StoredRow>(
      'edison',
      'SELECT melding_id AS "meldingId", dossier_number AS "dossierNumber", level FROM melding_link',
    ),
    storeVersions: system.store.versions,
    cases: await rows<CaseRow>(
      'triage',
      `SELECT melding_id AS "meldingId", level, status, triaged_at IS NOT NULL AS "isTriaged",
         crisis_raised_at IS NOT NULL AS "wasCrisis",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('type', type, 'level', detail->>'level') ORDER BY position), '[]')
          FROM triage_case_event e WHERE e.case_id = c.id) AS history
       FROM triage_case c`,
    ),
    messages: await rows<MessageRow>(
      'notification',
      `SELECT id, subject_id AS "subjectId", purpose, occasion, recipient_token AS "recipientToken", state,
         combined_into AS "combinedInto"
       FROM message`,
    ),
    mails: system.mails(),
    parked: (
      await Promise.all(
        WITH_EVENTS.map((service) =>
          rows<ParkedRow>(
            service,
            `SELECT '${service}' AS service, key, type, reason, attempts FROM messaging_parked
             WHERE resolved_at IS NULL ORDER BY position`,
          ),
        ),
      )
    ).flat(),
    open: await openRows(system),
    audits: await Promise.all(COUNTED.map((service) => verifyService(service, system.databaseUrl(service)))),
  };
}

/** What still has to be done. A work item that was never tried and was meant for later is a timer, not a rest. */
export async function openRows(system: SystemUnderFaults): Promise<OpenRow[]> {
  const all = await Promise.all(
    WITH_EVENTS.map((service) =>
      query<OpenRow>(
        system,
        service,
        `SELECT '${service}' AS service,
           (SELECT count(*)::int FROM messaging_outbox WHERE published_at IS NULL) AS outbox,
           (SELECT count(*)::int FROM messaging_work WHERE done_at IS NULL
              AND NOT (attempts = 0 AND due_at > created_at + interval '2 seconds')) AS work,
           (SELECT count(*)::int FROM messaging_parked WHERE resolved_at IS NULL) AS parked,
           ${service === 'notification' ? UNCERTAIN : '0'} AS uncertain,
           (SELECT count(*)::int FROM messaging_dead_letter) AS "deadLetters"`,
      ),
    ),
  );
  return all.flat();
}

export async function query<T extends object>(
  system: SystemUnderFaults,
  service: Counted,
  sql: string,
  parameters: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: system.databaseUrl(service) });
  client.on('error', () => undefined); // the query that runs tells it
  await client.connect();
  try {
    // Without parameters as a simple query, which may hold several statements.
    return (await (parameters.length > 0 ? client.query<T>(sql, parameters) : client.query<T>(sql))).rows;
  } finally {
    await client.end();
  }
}
