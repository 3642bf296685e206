import { randomInt } from 'node:crypto';

const DIGITS = 16;
/** How a code may be typed back: with spaces, dots or dashes between its groups, or without. */
const TYPED = /^(?:\d[ .\-\u00a0]?){15}\d$/;

/** 16 random digits in groups of four: the only way back for an anonymous melder (contract.md 3). */
export function newFollowUpCode(): string {
  return Array.from({ length: DIGITS / 4 }, () => String(randomInt(10_000)).padStart(4, '0')).join(' ');
}

/** The 16 digits of a code as somebody typed it; undefined when it cannot be a code. */
export function followUpDigits(typed: string): string | undefined {
  const text = typed.trim();
  return TYPED.test(text) ? text.replaceAll(/\D/g, '') : undefined;
}
