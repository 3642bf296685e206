import { ask, type Answer, type Question } from '../asking/ask.js';
import { someAtOnce } from '../asking/some-at-once.js';

/** A request with its answer. */
export interface Exchange {
  question: Question;
  answer: Answer;
}

/** Asks them all, a few at a time. @throws when one gets no answer */
export const askAll = (questions: readonly Question[]): Promise<Exchange[]> =>
  someAtOnce(questions, async (question) => ({ question, answer: await ask(question) }));

/** Requests that were refused: asked again, they must be refused again and change nothing. */
export const refusedOf = (exchanges: readonly Exchange[]): Question[] =>
  exchanges.filter(({ answer }) => answer.status >= 400).map(({ question }) => question);

/** What was asked and what is wrong with the answer, with enough to ask it again. */
export function told({ question: { method, path, body = '' }, answer }: Exchange, what: string): string {
  const sent = body.length === 0 ? '' : `, sent ${body.toString().slice(0, 400)}`;
  return `${method} ${path.slice(0, 200)} → ${answer.status}: ${what}${sent}`;
}
