/** In every hostile text: an error answer that holds it repeats what was sent. */
export const ECHO_MARK = 'zqechozq';

export const HOSTILE_TEXTS: readonly string[] = [
  ECHO_MARK,
  `<script>alert("${ECHO_MARK}")</script>`,
  `'; DROP TABLE melding; -- ${ECHO_MARK}`,
  `${ECHO_MARK}\u0000na`,
  `${ECHO_MARK}\ud83d`,
  `\udc00${ECHO_MARK}`,
  `${ECHO_MARK}\r\nBcc: a@b.example`,
  `\u202e${ECHO_MARK}\u2066`,
  `👩‍👩‍👧‍👦${ECHO_MARK}🏴󠁧󠁢󠁥󠁮󠁧󠁿`,
  `\u001b[31m${ECHO_MARK}\u0007\u007f`,
  `../../../../etc/passwd?${ECHO_MARK}`,
  `\${jndi:ldap://${ECHO_MARK}}`,
  `{{${ECHO_MARK}}}{% raw %}%s%n`,
  `${ECHO_MARK}@voorbeeld.example`,
  ECHO_MARK.repeat(2_000),
];

/** Values that belong nowhere, or just beside what is allowed. */
export const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  -0,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  ' ',
  [],
  {},
  [[[[[]]]]],
  [null],
  { toString: ECHO_MARK },
  { then: ECHO_MARK },
  { length: 1e9 },
  '2026-02-30',
  '9999-12-31T23:59:60Z',
  '0193a5c2-7b1e-7c3a-9f00-3b6f2c1d4e5f',
  Array.from({ length: 2_000 }, () => ECHO_MARK),
];
