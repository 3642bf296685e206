import type { Finding } from './finding.js';
import type { LedgerFacts, MessageRow } from './ledger-facts.js';

const SENT = ['SENT', 'ACCEPTED', 'DELIVERED'];
const idIn = (messageId: string): string => messageId.replace(/^<|@.*$/g, '');

/** One message for each recipient and occasion, and each of them a mail that the mail server took. */
export function mailFindings(facts: LedgerFacts): Finding[] {
  const taken = new Set(facts.mails.map(({ messageId }) => idIn(messageId)));
  return [
    ...doubledMessages(facts.messages),
    ...doubledMails(facts),
    ...facts.messages.filter(({ id }) => !taken.has(id)).map(notTaken),
    ...facts.messages
      .filter(({ id, state }) => taken.has(id) && !SENT.includes(state))
      .map((message) =>
        finding('EACH_MESSAGE_SENT', message, `taken by the mail server, and still ${message.state}`),
      ),
    ...unknownMails(facts),
    ...missing(facts),
  ];
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
