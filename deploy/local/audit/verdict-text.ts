import type { AuditFault, AuditVerdict } from '#platform';

const FAULTS: Record<AuditFault, string> = {
  ALTERED: 'is gewijzigd',
  MISSING: 'ontbreekt',
  REORDERED: 'staat niet op haar plaats of werd vervangen',
  UNCHAINED: 'werd buiten de keten om toegevoegd',
};

/** One line for the operator about the audit log of one database. */
export function verdictText(database: string, { checked, fault }: AuditVerdict): string {
  if (fault === null) return `${database}: in orde, ${checked} regels`;
  const entry = fault.entryId === null ? '' : ` (${fault.entryId})`;
  return `${database}: FOUT, regel ${fault.sequence}${entry} ${FAULTS[fault.kind]}; de ${checked} regels daarvoor zijn in orde`;
}
