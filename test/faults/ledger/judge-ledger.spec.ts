import { describe, expect, it } from '@jest/globals';
import { judgeLedger } from './judge-ledger.js';
import type { LedgerFacts } from './ledger-facts.js';

const M = 'melding-1';

/** One crisis that went well. */
function facts(change: Partial<LedgerFacts> = {}): LedgerFacts {
  return {
    accepted: [{ id: M, reference: 'OP-1', idempotencyKey: 'key', tries: 1 }],
    sent: 1,
    meldingen: [{ id: M, reachableByEmail: true }],
    ledger: [
      {
        meldingId: M,
        state: 'REGISTERED',
        dossierNumber: 'EDS-1',
        attempts: 1,
        lastError: null,
        owner: null,
        nextTryAt: null,
        level: 'CRISIS',
        status: 'RECEIVED',
        isConfirmed: true,
      },
    ],
    stored: [{ meldingId: M, dossierNumber: 'EDS-1', level: 'CRISIS' }],
    storeVersions: new Map([[M, [1, 2, 2]]]),
    cases: [
      {
        meldingId: M,
        level: 'CRISIS',
        status: 'TRIAGED',
        isTriaged: true,
        wasCrisis: true,
        history: [
          { type: 'OPENED', level: null },
          { type: 'TRIAGED', level: 'HIGH' },
          { type: 'LEVEL_CHANGED', level: 'CRISIS' },
          { type: 'CRISIS_RAISED', level: null },
        ],
      },
    ],
    trace: ['RECEIVED', 'TRIAGED', 'REGISTERED_IN_DOSSIER', 'ACKNOWLEDGED', 'DUTY_ALERTED'].map((step) => ({
      meldingId: M,
      step,
    })),
    messages: [message('a', 'ACKNOWLEDGEMENT'), message('b', 'DUTY_ALERT')],
    mails: [mail('a', 'melder'), mail('b', 'wacht')],
    parked: [],
    open: [{ service: 'intake', outbox: 0, work: 0, parked: 0, uncertain: 0, deadLetters: 0 }],
    audits: [{ verdict: 'INTACT', sentence: 'intake' }],
    ...change,
  };
}

const message = (id: string, purpose: string) => ({
  id,
  subjectId: M,
  purpose,
  occasion: purpose,
  recipientToken: 'token',
  state: 'SENT',
  combinedInto: null as string | null,
});
const mail = (id: string, to: string) => ({ to, subject: 'OP-1', messageId: `<${id}@opgroeipunt.example>` });
const [row] = facts().ledger;
const [found] = facts().cases;
if (!row || !found) throw new Error('the facts of this test are incomplete');

const rules = (change: Partial<LedgerFacts>): string[] =>
  judgeLedger(facts(change)).findings.map(({ rule }) => rule);

describe('the ledger', () => {
  it('has nothing to say when every promise was kept', () => {
    expect(judgeLedger(facts())).toEqual({
      findings: [],
      counts: {
        sent: 1,
        accepted: 1,
        registered: 1,
        refused: 0,
        waiting: 0,
        crises: 1,
        mails: 2,
        repeatedHandOvers: 0,
      },
    });
  });

  it.each<[string, string, Partial<LedgerFacts>]>([
    ['an accepted melding is gone', 'ACCEPTED_IS_HELD', { meldingen: [] }],
    ['a repeat became a second melding', 'ONE_MELDING_PER_KEY', { sent: 0 }],
    ['a melding is on no list', 'EACH_IN_THE_LEDGER_ONCE', { ledger: [] }],
    ['a refused one has no owner', 'LISTED_WITH_OWNER', { ledger: [{ ...row, state: 'REFUSED' }] }],
    ['a waiting one waits for nothing', 'LISTED_WITH_OWNER', { ledger: [{ ...row, state: 'WAITING' }] }],
    ['the store does not have it', 'LEDGER_AND_STORE_AGREE', { stored: [] }],
    [
      'the numbers differ',
      'LEDGER_AND_STORE_AGREE',
      { stored: [{ meldingId: M, dossierNumber: 'EDS-2', level: 'CRISIS' }] },
    ],
    [
      'a number was given twice',
      'ONE_DOSSIER_PER_MELDING',
      { stored: [...facts().stored, { meldingId: 'other', dossierNumber: 'EDS-1', level: null }] },
    ],
    [
      'the store did not hear the last level',
      'STORE_HEARD_THE_LAST',
      { stored: [{ meldingId: M, dossierNumber: 'EDS-1', level: 'HIGH' }] },
    ],
    ['the store went back', 'STORE_VERSIONS_GROW', { storeVersions: new Map([[M, [2, 1]]]) }],
    ['there is no case', 'EACH_HAS_ITS_CASE', { cases: [] }],
    ['it was never triaged', 'EACH_HAS_ITS_CASE', { cases: [{ ...found, isTriaged: false }] }],
    [
      'a line was written twice',
      'ORDER_PER_MELDING',
      { cases: [{ ...found, history: [...found.history, { type: 'CRISIS_RAISED', level: null }] }] },
    ],
    ['levels came in another order', 'ORDER_PER_MELDING', { ledger: [{ ...row, level: 'HIGH' }] }],
    ['a step is missing', 'TRACE_COMPLETE', { trace: facts().trace.slice(1) }],
    ['a step is told twice', 'TRACE_COMPLETE', { trace: [...facts().trace, ...facts().trace] }],
    ['a mail was not taken', 'EACH_MESSAGE_SENT', { mails: facts().mails.slice(1) }],
    ['a mail is nobody’s', 'EACH_MESSAGE_SENT', { mails: [...facts().mails, mail('c', 'other')] }],
    [
      'a recipient sees two mails about one thing',
      'ONE_MESSAGE_PER_OCCASION',
      { mails: [...facts().mails, mail('c', 'melder')] },
    ],
    [
      'the mail server took an acknowledgement again',
      'ONE_MESSAGE_PER_OCCASION',
      { mails: [...facts().mails, mail('a', 'melder')] },
    ],
    ['nobody was alerted', 'CRISIS_ALERTED_ONCE', { messages: facts().messages.slice(0, 1) }],
    ['an alert had no crisis', 'CRISIS_ALERTED_ONCE', { cases: [{ ...found, wasCrisis: false }] }],
    [
      'an event is parked for no reason',
      'NO_PARKED_EVENT_WITHOUT_REASON',
      { parked: [{ service: 'triage', key: M, type: 't', reason: ' ', attempts: 1 }] },
    ],
    [
      'an event is still parked',
      'NOTHING_LEFT_PARKED',
      { parked: [{ service: 'triage', key: M, type: 't', reason: 'why', attempts: 1 }] },
    ],
    [
      'events were never sent',
      'NOTHING_LEFT_TO_DO',
      { open: [{ service: 'intake', outbox: 1, work: 0, parked: 0, uncertain: 0, deadLetters: 0 }] },
    ],
    ['an audit log was altered', 'AUDIT_CHAIN_UNBROKEN', { audits: [{ verdict: 'DAMAGED', sentence: 'x' }] }],
  ])('finds that %s', (_, rule, change) => {
    expect(rules(change)).toContain(rule);
  });

  it('counts an alert taken twice apart: better twice than never', () => {
    const verdict = judgeLedger(facts({ mails: [...facts().mails, mail('b', 'wacht')] }));
    expect(verdict.counts.repeatedHandOvers).toBe(1);
    expect(verdict.findings).toEqual([]);
  });

  it('lets a notice be dropped, or be told by the mail of another', () => {
    const dropped = { ...message('c', 'HANDLER_NOTICE'), state: 'DROPPED' };
    const told = { ...message('d', 'HANDLER_NOTICE'), occasion: 'd', combinedInto: 'e' };
    const lead = { ...message('e', 'HANDLER_NOTICE'), occasion: 'e' };
    const messages = [...facts().messages, dropped, told, lead];
    expect(rules({ messages, mails: [...facts().mails, mail('e', 'handler')] })).toEqual([]);
    expect(rules({ messages })).toEqual(['EACH_MESSAGE_SENT', 'EACH_MESSAGE_SENT']);
  });
});
