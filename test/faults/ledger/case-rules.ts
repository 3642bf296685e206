import type { Finding } from './finding.js';
import type { CaseRow, LedgerFacts, LedgerRow } from './ledger-facts.js';

/** Happen at most once in the life of a case. */
const ONCE = ['OPENED', 'TRIAGED', 'CRISIS_RAISED'];

/** Each melding has one case, judged, with its history in order; what others know is the last of it. */
export function caseFindings(facts: LedgerFacts): Finding[] {
  const rows = new Map(facts.ledger.map((row) => [row.meldingId, row]));
  const cases = new Map(facts.cases.map((row) => [row.meldingId, row]));
  return facts.meldingen.flatMap(({ id }) => {
    const found = cases.get(id);
    if (!found) return [{ rule: 'EACH_HAS_ITS_CASE' as const, meldingId: id, text: 'no case' }];
    return [...judged(found), ...ordered(found), ...known(found, rows.get(id))];
  });
}

function judged({ meldingId, isTriaged }: CaseRow): Finding[] {
  return isTriaged ? [] : [{ rule: 'EACH_HAS_ITS_CASE', meldingId, text: 'never told as triaged' }];
}

function ordered({ meldingId, level, history }: CaseRow): Finding[] {
  const types = history.map(({ type }) => type);
  const told = types.join(' → ');
  const out = (text: string): Finding => ({ rule: 'ORDER_PER_MELDING', meldingId, text: `${text}: ${told}` });
  const findings: Finding[] = [];
  if (types[0] !== 'OPENED') findings.push(out('does not begin with its opening'));
  for (const type of ONCE) {
    if (types.filter((other) => other === type).length > 1) findings.push(out(`${type} more than once`));
  }
  const last = history.findLast((line) => line.level !== null);
  if (last && last.level !== level) findings.push(out(`the last line says ${last.level}, the case ${level}`));
  return findings;
}

/** Events of one melding in order leave the last level and status; in another order they leave an older one. */
function known(found: CaseRow, row: LedgerRow | undefined): Finding[] {
  if (!row || row.level === found.level) return [];
  const text = `triage says ${found.level}, the ledger ${row.level}`;
  return [{ rule: 'ORDER_PER_MELDING', meldingId: found.meldingId, text }];
}
