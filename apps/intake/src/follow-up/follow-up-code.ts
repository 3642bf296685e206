import { randomInt } from 'node:crypto';

const GROUPS = 4;
/** How a code may be typed back: with spaces, dots or dashes between its groups, or without. */
const TYPED = /^(?:\d[ .\-\u00a0]?){15}\d$/;

/** 16 random digits in groups of four: the only way back for an anonymous melder (contract.md 3). */
export function newFollowUpCode(): string {
  let code = newGroup();
  for (let groups = 1; groups < GROUPS; groups += 1) code += ` ${newGroup()}`;
  return code;
}

const newGroup = (): string => String(randomInt(10_000)).padStart(4, '0');

/** The 16 digits of a code as somebody typed it; undefined when it cannot be a code. */
export function followUpDigits(typed: string): string | undefined {
  const text = typed.trim();
  return TYPED.test(text) ? text.replaceAll(/\D/g, '') : undefined;
}
