const ISO = /^\d{4}-\d{2}-\d{2}$/;
const BELGIAN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** A day as a date control or a person writes it (`2024-04-22`, `22/4/2024`); undefined when it is neither. */
export function readDay(text: string): string | undefined {
  if (ISO.test(text)) return text;
  const [, day, month, year] = BELGIAN.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
