import { HttpException } from '@nestjs/common';
import type { LocalText } from './language.js';

export interface FieldError {
  /** RFC 6901 pointer into the body; '' is the whole body. */
  pointer: string;
  /** Stable code in capitals, for programs. */
  code: string;
  /** Plain sentence for people; never the value that was sent. */
  message: string;
}

/** A fault of a field before the language of the client is known. */
export interface LocalFieldError extends Omit<FieldError, 'message'> {
  message: LocalText;
}

export interface ProblemOptions {
  /** Stable code in capitals; `type` and `title` of the answer follow from it. */
  code: string;
  /** One or two plain sentences: what is wrong and what to do. */
  detail: LocalText;
  errors?: LocalFieldError[];
  headers?: Record<string, string>;
}

/** An answer of the kind `application/problem+json` (RFC 9457). Throw it anywhere below a controller. */
export class ProblemException extends HttpException {
  readonly code: string;
  readonly detail: LocalText;
  readonly errors: LocalFieldError[] | undefined;
  readonly headers: Record<string, string>;

  constructor(status: number, problem: ProblemOptions) {
    super(problem.code, status);
    this.code = problem.code;
    this.detail = problem.detail;
    this.errors = problem.errors;
    this.headers = problem.headers ?? {};
  }
}
