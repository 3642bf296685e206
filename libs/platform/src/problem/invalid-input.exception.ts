import { HttpException } from '@nestjs/common';
import type { Language } from './language.js';
import type { FieldError } from './problem.exception.js';

/** Input that does not fit; the words are chosen when the language of the client is known. */
export class InvalidInputException extends HttpException {
  constructor(readonly describe: (language: Language) => FieldError[]) {
    super('INVALID_INPUT', 400);
  }
}
