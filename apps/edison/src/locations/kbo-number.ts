/** Tells whether this is an enterprise number: 10 digits, the last two 97 − (first eight mod 97); domain.md 8. */
export function isKboNumber(text: string): boolean {
  if (!/^[01]\d{9}$/.test(text)) return false;
  return 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8));
}
