import type { Answer } from './ask.js';

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  traceId: string;
  errors?: { pointer: string; code: string; message: string }[];
}

export const problemIn = ({ text }: Answer): Problem => JSON.parse(text) as Problem;

const SENTENCE = /\S/;

/** What is wrong with an answer that refuses something; empty when it is a good problem (RFC 9457; contract 2). */
export function problemFaults(answer: Answer): string[] {
  if (!/^application\/problem\+json/.test(answer.headers['content-type'] ?? '')) {
    return [`content type ${answer.headers['content-type']}`];
  }
  const problem = problemIn(answer);
  const faults = [
    ...(problem.status === answer.status ? [] : [`status ${problem.status} in an answer ${answer.status}`]),
    ...(/^(?!0{32})[0-9a-f]{32}$/.test(problem.traceId) ? [] : [`trace id ${problem.traceId}`]),
    ...[problem.type, problem.title, problem.detail, problem.instance]
      .filter((text) => !SENTENCE.test(text))
      .map(() => 'an empty member'),
  ];
  if (/\bat \S+ \(|node_modules|SELECT |INSERT /.test(answer.text)) faults.push('something of the inside');
  return faults;
}
