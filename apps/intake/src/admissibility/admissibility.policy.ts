import { KLACHT_KINDS, type Kind } from '#contracts';

export interface Admissibility {
  complete: boolean;
  /** Fields that are still needed, as paths in the JSON body. */
  missing: string[];
}

interface Address {
  street?: string;
  houseNumber?: string;
  postalCode?: string;
  municipality?: string;
}

/** Only the bus number may be missing from an address that a letter can reach. */
const isComplete = (address: Address | undefined): boolean =>
  [address?.street, address?.houseNumber, address?.postalCode, address?.municipality].every(
    (part) => part !== undefined,
  );

/**
 * What a klacht still needs to be admissible: name and address of the complainant; the facts are always described
 * (Bestuursdecreet art. II.76 §2 for KLACHT_DIENSTVERLENING, the same as service norm for KLACHT_OPVANG, whose
 * legal basis is unconfirmed; domain.md 3.5). Never a reason to refuse the message: it is treated as a melding.
 */
export function admissibilityOf(kind: Kind, contact: { name?: string; address?: Address }): Admissibility {
  if (!KLACHT_KINDS.includes(kind)) return { complete: true, missing: [] };
  const missing = [
    ...(contact.name === undefined ? ['contact.name'] : []),
    ...(isComplete(contact.address) ? [] : ['contact.address']),
  ];
  return { complete: missing.length === 0, missing };
}
