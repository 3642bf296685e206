import type { ValidationOptions } from 'class-validator';
import type { LocalText } from '../problem/language.js';

/** Words of its own for a constraint, in each language that we answer in. */
export const inWords = ({ nl, ...others }: LocalText): ValidationOptions => ({
  message: nl,
  context: others,
});
