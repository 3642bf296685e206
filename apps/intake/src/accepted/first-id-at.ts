const TIME_DIGITS = 12;

/** The lowest UUIDv7 of a moment: every id made then or later is higher (RFC 9562 5.7: 48 bits of milliseconds). */
export function firstIdAt(moment: Date): string {
  const time = Math.max(0, moment.getTime()).toString(16).padStart(TIME_DIGITS, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}
