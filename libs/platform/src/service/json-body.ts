import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { InvalidInputException } from '../problem/invalid-input.exception.js';
import type { LocalText } from '../problem/language.js';
import { ProblemException } from '../problem/problem.exception.js';
import { structureFault, type StructureFault } from './json-structure.js';

type Done = (error: Error | null, body?: unknown) => void;

const WORDS: Record<StructureFault['code'], LocalText> = {
  REPEATED_PROPERTY: {
    nl: 'Dit veld staat er meer dan één keer. Stuur het één keer.',
    en: 'This field is there more than once. Send it once.',
    fr: 'Ce champ est présent plusieurs fois. Envoyez-le une seule fois.',
  },
  TOO_DEEP: {
    nl: 'Hier zitten te veel lijsten of groepen in elkaar.',
    en: 'There are too many lists or objects inside one another here.',
    fr: 'Il y a ici trop de listes ou de groupes les uns dans les autres.',
  },
};

const notUtf8 = (): ProblemException =>
  new ProblemException(400, {
    code: 'NOT_UTF8',
    detail: {
      nl: 'We kunnen deze tekst niet lezen. Stuur ze als UTF-8.',
      en: 'This text cannot be read. Send it as UTF-8.',
      fr: 'Nous ne pouvons pas lire ce texte. Envoyez-le en UTF-8.',
    },
  });

/** Names that reach what all objects share; written with escapes, every one of them holds this beginning. */
const mayNamePrototype = (text: string): boolean =>
  text.includes('__proto__') || text.includes('constructor') || text.includes('\\u');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Fastify's own parser says what is wrong with it.
    return undefined;
  }
}

function checkStructure(text: string, value: unknown, done: Done): void {
  const fault = structureFault(text);
  if (fault === undefined) return done(null, value);
  done(new InvalidInputException((language) => [{ ...fault, message: WORDS[fault.code][language] }]));
}

/**
 * Reads a JSON body without guessing: bytes that are no UTF-8 would be kept as �, and of a repeated name only the
 * last value would be kept, both without a word to who sent them (contract 2). What is nested without end would make
 * code that walks a body run out of stack.
 */
export function jsonBodyParser(server: FastifyInstance) {
  const parseWithCare = server.getDefaultJsonParser('error', 'error');
  return (request: FastifyRequest, body: Buffer, done: Done): void => {
    if (!isUtf8(body)) return done(notUtf8());
    const text = body.toString();
    const value = mayNamePrototype(text) ? undefined : parsed(text);
    if (value !== undefined) return checkStructure(text, value, done);
    void parseWithCare(request, text, (error, careful) =>
      error ? done(error) : checkStructure(text, careful, done),
    );
  };
}
