import type { Field } from '#contracts';

/** Fields without options that are not a line of text. */
const LONG_TEXTS: readonly Field[] = ['description', 'measuresTaken', 'desiredOutcome'];
const DAYS: readonly Field[] = ['factDate', 'personeelstekort.expectedUntil'];
const NUMBERS: readonly Field[] = [
  'personeelstekort.absentFte',
  'personeelstekort.totalFte',
  'personeelstekort.affectedPlaces',
];

export const isLongText = (field: Field): boolean => LONG_TEXTS.includes(field);
export const isDay = (field: Field): boolean => DAYS.includes(field);
export const isNumber = (field: Field): boolean => NUMBERS.includes(field);
