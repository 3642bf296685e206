const FOREIGN_PREFIX = /^00/;
const TRUNK_PREFIX = /^0/;

const ASCII = /^[\0-\x7f]*$/;

/** Of nothing but ASCII there is one spelling; looking for others takes longer than all the rest of this. */
const normalisedEmail = (email: string): string =>
  (ASCII.test(email) ? email.trim() : email.trim().normalize('NFC')).toLowerCase();

/** Belgian numbers and their international form become the same text. */
function normalisedPhone(phone: string): string {
  const compact = phone.replaceAll('(0)', '').replaceAll(/[^\d+]/g, '');
  if (compact.startsWith('+')) return compact;
  if (FOREIGN_PREFIX.test(compact)) return compact.replace(FOREIGN_PREFIX, '+');
  return compact.replace(TRUNK_PREFIX, '+32');
}

/**
 * The text that makes two submitters the same one (domain.md 3.6.3): the mail address with case ignored, else the
 * phone number; undefined when there is neither, so that two anonymous meldingen count as two submitters.
 * Hash it before it leaves memory.
 */
export function submitterIdentity(contact: { email?: string; phone?: string }): string | undefined {
  if (contact.email !== undefined) return `email:${normalisedEmail(contact.email)}`;
  return contact.phone === undefined ? undefined : `phone:${normalisedPhone(contact.phone)}`;
}
