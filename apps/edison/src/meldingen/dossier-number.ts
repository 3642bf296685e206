/**
 * Number of a dossier or zaak: prefix, counter and two check digits (mod 97, as enterprise numbers have), so that
 * a typing error is noticed. The format of the agency was not found (domain.md 5.1): for others it is opaque.
 */
export function numberedWithCheck(prefix: string, counter: bigint): string {
  const check = 97n - (counter % 97n);
  return `${prefix}-${String(counter).padStart(8, '0')}-${String(check).padStart(2, '0')}`;
}
