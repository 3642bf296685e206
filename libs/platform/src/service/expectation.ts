import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { languageOf } from '../problem/language.js';
import { problemDetails } from '../problem/problem-details.js';
import { ProblemException } from '../problem/problem.exception.js';
import { BARE_HEADERS } from './bare-headers.js';

const unmet = new ProblemException(417, {
  code: 'EXPECTATION_FAILED',
  detail: {
    nl: 'We kennen alleen "Expect: 100-continue".',
    en: 'The only known expectation is "Expect: 100-continue".',
    fr: 'Nous ne connaissons que « Expect: 100-continue ».',
  },
});

/** Answers an `Expect` header other than `100-continue`; Node would answer it with nothing but a status. */
export function answerExpectation(request: IncomingMessage, response: ServerResponse): void {
  const problem = problemDetails(unmet, 417, {
    language: languageOf(request.headers['accept-language']),
    instance: '/',
    traceId: randomBytes(16).toString('hex'),
  });
  response
    .writeHead(417, {
      ...BARE_HEADERS,
      'Content-Type': 'application/problem+json; charset=utf-8',
      Connection: 'close',
    })
    .end(JSON.stringify(problem));
}
