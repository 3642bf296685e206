import { InvalidInputException } from './invalid-input.exception.js';
import type { Language } from './language.js';
import { ProblemException, type FieldError, type LocalFieldError } from './problem.exception.js';
import { INVALID_INPUT, STANDARD_PROBLEMS } from './standard-problems.js';

/** Body of `application/problem+json` (RFC 9457; contract 2). */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  traceId: string;
  errors?: FieldError[];
}

export interface ProblemContext {
  language: Language;
  /** Path without query. */
  instance: string;
  traceId: string;
}

const inLanguage = (errors: LocalFieldError[] | undefined, language: Language): FieldError[] | undefined =>
  errors?.map(({ message, ...error }) => ({ ...error, message: message[language] }));

const typeOf = (code: string): string => `urn:opgroeipunt:problem:${code.toLowerCase().replaceAll('_', '-')}`;

const standardOf = (status: number) =>
  STANDARD_PROBLEMS[status] ?? STANDARD_PROBLEMS[status < 500 ? 400 : 500]!;

/** Words the answer to a failure. Texts of unknown errors never get in: they may hold what was sent. */
export function problemDetails(error: unknown, status: number, context: ProblemContext): ProblemDetails {
  const { language, instance, traceId } = context;
  const standard = error instanceof InvalidInputException ? INVALID_INPUT : standardOf(status);
  const own = error instanceof ProblemException ? error : undefined;
  const code = own?.code ?? standard.code;
  const errors =
    error instanceof InvalidInputException ? error.describe(language) : inLanguage(own?.errors, language);
  return {
    type: typeOf(code),
    title: standard.title[language],
    status,
    code,
    detail: (own?.detail ?? standard.detail)[language],
    instance,
    traceId,
    ...(errors === undefined ? {} : { errors }),
  };
}
