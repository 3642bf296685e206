import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { InvalidInputException } from '../problem/invalid-input.exception.js';
import type { Language } from '../problem/language.js';
import { ProblemException } from '../problem/problem.exception.js';
import { repeatedProperty } from './repeated-property.js';

type Done = (error: Error | null, body?: unknown) => void;

const REPEATED: Record<Language, string> = {
  nl: 'Dit veld staat er meer dan één keer. Stuur het één keer.',
  en: 'This field is there more than once. Send it once.',
};

const notUtf8 = (): ProblemException =>
  new ProblemException(400, {
    code: 'NOT_UTF8',
    detail: {
      nl: 'We kunnen deze tekst niet lezen. Stuur ze als UTF-8.',
      en: 'This text cannot be read. Send it as UTF-8.',
    },
  });

/**
 * Reads a JSON body without guessing: bytes that are no UTF-8 would be kept as �, and of a repeated name only the
 * last value would be kept, both without a word to who sent them (contract 2).
 */
export function jsonBodyParser(server: FastifyInstance) {
  const parse = server.getDefaultJsonParser('error', 'error');
  return (request: FastifyRequest, body: Buffer, done: Done): void => {
    if (!isUtf8(body)) return done(notUtf8());
    const text = body.toString();
    void parse(request, text, (error, value) => {
      if (error) return done(error);
      const pointer = repeatedProperty(text);
      if (pointer === undefined) return done(null, value);
      done(
        new InvalidInputException((language) => [
          { pointer, code: 'REPEATED_PROPERTY', message: REPEATED[language] },
        ]),
      );
    });
  };
}
