/** One sentence per faulty field, in the order of the page. */
export type FormErrors = ReadonlyMap<string, string>;

export const NO_ERRORS: FormErrors = new Map();

/** `id` of a control: dots of a field name would need escaping in a fragment. */
export const controlId = (name: string): string => `veld-${name.replaceAll('.', '-')}`;
export const hintId = (name: string): string => `${controlId(name)}-uitleg`;
export const errorId = (name: string): string => `${controlId(name)}-fout`;

/** Value of `aria-describedby`: the hint and the error of a field, whichever there are. */
export function describedBy(
  name: string,
  hint: string | undefined,
  error: string | undefined,
): string | undefined {
  const ids = [hint === undefined ? [] : hintId(name), error === undefined ? [] : errorId(name)].flat();
  return ids.length === 0 ? undefined : ids.join(' ');
}
