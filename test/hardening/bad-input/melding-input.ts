import { addresses } from '../../system/system-under-test.js';
import { ask, type Answer } from '../asking/ask.js';
import { problemIn } from '../asking/problem.js';
import { aMelding } from '../../journeys/melding.builder.js';

/** A good melding with something else in it. */
export const meldingWith = (said: Record<string, unknown>): string =>
  JSON.stringify(aMelding({ location: { id: 'L06' }, ...said }));

export function sendMelding(body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
  return ask({
    base: addresses().intake,
    method: 'POST',
    path: '/api/v1/meldingen',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

/** Status, code and pointers of an answer: what a program can hold on to. */
export function outcomeOf(answer: Answer): { status: number; code?: string; errors?: string[] } {
  if (answer.status < 400) return { status: answer.status };
  const { code, errors } = problemIn(answer);
  return {
    status: answer.status,
    code,
    ...(errors === undefined
      ? {}
      : { errors: errors.map(({ pointer, code: fault }) => `${pointer} ${fault}`) }),
  };
}
