import type { Finding } from './finding.js';
import type { LedgerFacts, MessageRow } from './ledger-facts.js';

const SENT = ['SENT', 'ACCEPTED', 'DELIVERED'];

/** Each hand-over that happened stands in the trace of its melding, and once. */
export function traceFindings(facts: LedgerFacts): Finding[] {
  const steps = Map.groupBy(facts.trace, ({ meldingId }) => meldingId);
  const rows = new Map(facts.ledger.map((row) => [row.meldingId, row]));
  const messages = Map.groupBy(facts.messages, ({ subjectId }) => subjectId);
  return facts.meldingen.flatMap(({ id }) => {
    const told = (steps.get(id) ?? []).map(({ step }) => step);
    const state = rows.get(id)?.state;
    const wanted = [
      'RECEIVED',
      'TRIAGED',
      ...(state === 'REGISTERED' ? ['REGISTERED_IN_DOSSIER'] : []),
      ...(state === 'REFUSED' ? ['REGISTRATION_REFUSED'] : []),
      ...(messages.get(id) ?? []).flatMap(stepOf),
    ];
    const finding = (text: string): Finding => ({ rule: 'TRACE_COMPLETE', meldingId: id, text });
    return [
      ...wanted.filter((step) => !told.includes(step)).map((step) => finding(`${step} is missing`)),
      ...wanted.filter((step) => timesTold(told, step) > 1).map((step) => finding(`${step} is told twice`)),
    ];
  });
}

/** A melding is registered again after each time that the store lost it, and only then. */
function timesTold(told: string[], wanted: string): number {
  const times = (name: string): number => told.filter((step) => step === name).length;
  return wanted === 'REGISTERED_IN_DOSSIER' ? times(wanted) - times('REGISTRATION_LOST') : times(wanted);
}

function stepOf({ purpose, state }: MessageRow): string[] {
  if (!SENT.includes(state)) return [];
  if (purpose === 'ACKNOWLEDGEMENT') return ['ACKNOWLEDGED'];
  return purpose === 'DUTY_ALERT' ? ['DUTY_ALERTED'] : [];
}
