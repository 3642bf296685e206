import type { AcceptedMelding } from '../stream/accepted-melding.js';
import { caseFindings } from './case-rules.js';
import type { Finding } from './finding.js';
import type { LedgerFacts } from './ledger-facts.js';
import { mailFindings, repeatedHandOvers } from './mail-rules.js';
import { storeFindings } from './store-rules.js';
import { traceFindings } from './trace-rules.js';

export interface LedgerCounts {
  sent: number;
  accepted: number;
  registered: number;
  refused: number;
  waiting: number;
  crises: number;
  mails: number;
  /** The same mail handed over again, with the same Message-ID: docs/decisions/0305. */
  repeatedHandOvers: number;
}

export interface LedgerVerdict {
  counts: LedgerCounts;
  /** Empty when every promise was kept. */
  findings: Finding[];
}

export const NOTHING_COUNTED: LedgerCounts = {
  sent: 0,
  accepted: 0,
  registered: 0,
  refused: 0,
  waiting: 0,
  crises: 0,
  mails: 0,
  repeatedHandOvers: 0,
};

/** Counts the ledger and finds every promise that was not kept. */
export function judgeLedger(facts: LedgerFacts): LedgerVerdict {
  const accepted = new Set(facts.accepted.map(({ id }) => id));
  const rows = facts.ledger.filter(({ meldingId }) => accepted.has(meldingId));
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  return {
    counts: {
      sent: facts.sent,
      accepted: accepted.size,
      registered: count('REGISTERED'),
      refused: count('REFUSED'),
      waiting: count('WAITING'),
      crises: facts.cases.filter(({ wasCrisis }) => wasCrisis).length,
      mails: facts.mails.length,
      repeatedHandOvers: repeatedHandOvers(facts),
    },
    findings: [
      ...acceptedFindings(facts),
      ...storeFindings(facts),
      ...caseFindings(facts),
      ...traceFindings(facts),
      ...mailFindings(facts),
      ...systemFindings(facts),
    ],
  };
}

function acceptedFindings({ accepted, sent, meldingen }: LedgerFacts): Finding[] {
  const held = new Set(meldingen.map(({ id }) => id));
  const findings: Finding[] = accepted
    .filter(({ id }) => !held.has(id))
    .map(({ id }) => ({ rule: 'ACCEPTED_IS_HELD', meldingId: id, text: 'answered with 201, and not there' }));
  if (new Set(accepted.map(({ id }: AcceptedMelding) => id)).size !== accepted.length)
    findings.push({ rule: 'ONE_MELDING_PER_KEY', text: 'two keys were given the same melding' });
  if (meldingen.length > sent)
    findings.push({ rule: 'ONE_MELDING_PER_KEY', text: `${meldingen.length} held, only ${sent} sent` });
  return findings;
}

function systemFindings({ parked, open, audits }: LedgerFacts): Finding[] {
  return [
    ...parked
      .filter(({ reason }) => reason.trim() === '')
      .map(({ service, key }) => ({
        rule: 'NO_PARKED_EVENT_WITHOUT_REASON' as const,
        meldingId: key,
        text: service,
      })),
    ...parked.map(({ service, key, type, reason, attempts }) => ({
      rule: 'NOTHING_LEFT_PARKED' as const,
      meldingId: key,
      text: `${service}: ${type} after ${attempts} tries: ${reason}`,
    })),
    ...open
      .filter(({ outbox, work, deadLetters }) => outbox + work + deadLetters > 0)
      .map(({ service, outbox, work, deadLetters }) => ({
        rule: 'NOTHING_LEFT_TO_DO' as const,
        text: `${service}: ${outbox} events unsent, ${work} work items, ${deadLetters} dead letters`,
      })),
    ...audits
      .filter(({ verdict }) => verdict === 'DAMAGED')
      .map(({ sentence }) => ({ rule: 'AUDIT_CHAIN_UNBROKEN' as const, text: sentence })),
  ];
}
