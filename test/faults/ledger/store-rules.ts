import type { Finding } from './finding.js';
import type { LedgerFacts, LedgerRow, StoredRow } from './ledger-facts.js';

/** Each accepted melding is in the dossier, or on the list with an owner or its next try; and only once. */
export function storeFindings(facts: LedgerFacts): Finding[] {
  const rows = new Map(facts.ledger.map((row) => [row.meldingId, row]));
  const stored = new Map(facts.stored.map((row) => [row.meldingId, row]));
  return [
    ...facts.meldingen.flatMap(({ id }) => listed(id, rows.get(id))),
    ...facts.ledger.flatMap((row) => agreeing(row, stored.get(row.meldingId))),
    ...doubles(facts.stored),
    ...shrinking(facts.storeVersions),
  ];
}

function listed(meldingId: string, row: LedgerRow | undefined): Finding[] {
  if (!row) return [{ rule: 'EACH_IN_THE_LEDGER_ONCE', meldingId, text: 'not in the ledger' }];
  if (row.state === 'REFUSED' && !row.owner)
    return [{ rule: 'LISTED_WITH_OWNER', meldingId, text: 'refused, and nobody owns it' }];
  if (row.state === 'WAITING' && !row.owner && !row.nextTryAt)
    return [{ rule: 'LISTED_WITH_OWNER', meldingId, text: 'waits for nothing and nobody' }];
  return [];
}

function agreeing(row: LedgerRow, stored: StoredRow | undefined): Finding[] {
  const { meldingId } = row;
  if (row.state !== 'REGISTERED') return [];
  if (!stored)
    return [{ rule: 'LEDGER_AND_STORE_AGREE', meldingId, text: 'registered, and not in the store' }];
  if (stored.dossierNumber !== row.dossierNumber) {
    const text = `ledger says ${row.dossierNumber}, store says ${stored.dossierNumber}`;
    return [{ rule: 'LEDGER_AND_STORE_AGREE', meldingId, text }];
  }
  if (row.isConfirmed && stored.level !== row.level) {
    const text = `ledger says ${row.level}, store says ${stored.level}`;
    return [{ rule: 'STORE_HEARD_THE_LAST', meldingId, text }];
  }
  return [];
}

function doubles(stored: StoredRow[]): Finding[] {
  const twice = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index);
  return [
    ...twice(stored.map(({ meldingId }) => meldingId)).map((meldingId) => ({
      rule: 'ONE_DOSSIER_PER_MELDING' as const,
      meldingId,
      text: 'twice in the store',
    })),
    ...twice(stored.map(({ dossierNumber }) => dossierNumber)).map((number) => ({
      rule: 'ONE_DOSSIER_PER_MELDING' as const,
      text: `dossier number ${number} was given twice`,
    })),
  ];
}

function shrinking(versions: Map<string, number[]>): Finding[] {
  return [...versions].flatMap(([meldingId, heard]) =>
    heard.some((version, index) => version < (heard[index - 1] ?? 0))
      ? [{ rule: 'STORE_VERSIONS_GROW' as const, meldingId, text: heard.join(' → ') }]
      : [],
  );
}
