import type { Finding } from './finding.js';
import type { LedgerFacts, MessageRow } from './ledger-facts.js';

const SENT = ['SENT', 'ACCEPTED', 'DELIVERED'];
const idIn = (messageId: string): string => messageId.replace(/^<|@.*$/g, '');

/** One message for each recipient and occasion, and each of them a mail that the mail server took. */
export function mailFindings(facts: LedgerFacts): Finding[] {
  const taken = new Set(facts.mails.map(({ messageId }) => idIn(messageId)));
  // A notice may be told by the mail of another, or be dropped because it is no longer true (decision 0306).
  const due = facts.messages.filter(({ state }) => state !== 'DROPPED');
  const isTaken = ({ id, combinedInto }: MessageRow) => taken.has(combinedInto ?? id);
  return [
    ...doubledMessages(facts.messages),
    ...doubledMails(facts),
    ...repeatedMails(facts),
    ...due.filter((message) => !isTaken(message)).map(notTaken),
    ...due
      .filter((message) => isTaken(message) && !SENT.includes(message.state))
      .map((message) =>
        finding('EACH_MESSAGE_SENT', message, `taken by the mail server, and still ${message.state}`),
      ),
    ...unknownMails(facts),
    ...missing(facts),
  ];
}

/** Only an alert of a crisis may go twice when its answer was lost (decision 0305). */
function repeatedMails({ mails, messages }: LedgerFacts): Finding[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  return [...Map.groupBy(mails, ({ messageId }) => messageId)].flatMap(([messageId, same]) => {
    const message = byId.get(idIn(messageId));
    if (same.length === 1 || message === undefined || message.purpose === 'DUTY_ALERT') return [];
    return [finding('ONE_MESSAGE_PER_OCCASION', message, `taken ${same.length} times by the mail server`)];
  });
}

/** The mail server took a mail again that it had: the same Message-ID to the same address. */
export function repeatedHandOvers({ mails }: LedgerFacts): number {
  return mails.length - new Set(mails.map(({ to, messageId }) => `${to} ${messageId}`)).size;
}

function doubledMessages(messages: MessageRow[]): Finding[] {
  const about = ({ subjectId, purpose, occasion, recipientToken }: MessageRow) =>
    [subjectId, purpose, occasion, recipientToken].join(' ');
  return [...Map.groupBy(messages, about).values()].flatMap(([first, second]) =>
    first && second ? [finding('ONE_MESSAGE_PER_OCCASION', first, `and again as ${second.id}`)] : [],
  );
}

/** What a recipient sees: mails with one subject line, which holds the reference, are about one occasion. */
function doubledMails({ mails }: LedgerFacts): Finding[] {
  const seen = Map.groupBy(mails, ({ to, subject }) => `${to} ${subject}`);
  return [...seen].flatMap(([what, same]) => {
    const ids = new Set(same.map(({ messageId }) => messageId));
    const text = `${what}: ${[...ids].join(' and ')}`;
    return ids.size > 1 ? [{ rule: 'ONE_MESSAGE_PER_OCCASION' as const, text }] : [];
  });
}

function notTaken(message: MessageRow): Finding {
  return finding('EACH_MESSAGE_SENT', message, `no mail was taken; its state is ${message.state}`);
}

function unknownMails({ mails, messages }: LedgerFacts): Finding[] {
  const known = new Set(messages.map(({ id }) => id));
  return mails
    .filter(({ messageId }) => !known.has(idIn(messageId)))
    .map(({ messageId }) => ({
      rule: 'EACH_MESSAGE_SENT' as const,
      text: `nobody knows of mail ${messageId}`,
    }));
}

function missing({ messages, meldingen, cases }: LedgerFacts): Finding[] {
  const of = (purpose: string) => {
    const own = messages.filter((message) => message.purpose === purpose);
    return new Set(own.map(({ subjectId }) => subjectId));
  };
  const acknowledged = of('ACKNOWLEDGEMENT');
  const alerted = of('DUTY_ALERT');
  const crises = new Set(cases.filter(({ wasCrisis }) => wasCrisis).map(({ meldingId }) => meldingId));
  return [
    ...meldingen
      .filter(({ id, reachableByEmail }) => reachableByEmail && !acknowledged.has(id))
      .map(({ id }) => ({ rule: 'EACH_MESSAGE_SENT' as const, meldingId: id, text: 'no acknowledgement' })),
    ...[...crises, ...alerted]
      .filter((id) => crises.has(id) !== alerted.has(id))
      .map((meldingId) => ({
        rule: 'CRISIS_ALERTED_ONCE' as const,
        meldingId,
        text: crises.has(meldingId) ? 'a crisis, and nobody was alerted' : 'an alert without a crisis',
      })),
  ];
}

function finding(rule: Finding['rule'], { id, subjectId, purpose }: MessageRow, text: string): Finding {
  return { rule, meldingId: subjectId, text: `${purpose} ${id}: ${text}` };
}
