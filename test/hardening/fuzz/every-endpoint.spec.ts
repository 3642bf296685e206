import { describe, expect, it } from '@jest/globals';
import { API_PARTS, type ApiPart } from '../../contract/running/openapi-document.js';
import { addresses } from '../../system/system-under-test.js';
import { ask, type Answer, type Question } from '../asking/ask.js';
import { problemFaults } from '../asking/problem.js';
import { tokenOf } from '../authorisation/signed-token.js';
import { VISITORS } from '../authorisation/visitor.js';
import { settledRowCounts } from '../database/row-counts.js';
import { ValueMaker } from './from-schema.js';
import { fuzzedOperations } from './fuzzed-operations.js';
import { ECHO_MARK } from './hostile-values.js';
import { QuestionMaker } from './question-maker.js';
import { Random } from './random.js';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_122);
const EACH_OPERATION = Number(process.env['FUZZ_REQUESTS'] ?? 40);
const AT_ONCE = 8;

interface Exchange {
  question: Question;
  answer: Answer;
}

/** An unknown field is named (contract 2), when its name is one that a field could have. */
const POINTER = /"pointer":"[\w./~-]*"/g;

/** What no answer may be, whatever was asked. */
function faultsOf({ status, text, headers }: Answer, path: string): string[] {
  if (status < 400) return [];
  // A probe that says "not ready" is an answer, not a failure.
  if (status === 503 && path.startsWith('/health/ready')) return [];
  return [
    ...(status >= 500 ? ['a failure of our own'] : []),
    ...problemFaults({ status, text, headers }),
    ...(text.replaceAll(POINTER, '').includes(ECHO_MARK) ? ['an echo of what was sent'] : []),
  ];
}

/** When a UUIDv7 was made. */
const timeOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

async function drive(part: ApiPart): Promise<Exchange[]> {
  const random = new Random(SEED);
  const { operations, schemas } = await fuzzedOperations(part);
  const tokens = [...(await Promise.all(VISITORS.map(tokenOf))), 'no.token.atall'];
  const maker = new QuestionMaker(random, new ValueMaker(random, schemas), addresses(), tokens);
  const questions = operations.flatMap((operation) =>
    Array.from({ length: EACH_OPERATION }, () => maker.make(operation)),
  );
  const exchanges: Exchange[] = [];
  for (let start = 0; start < questions.length; start += AT_ONCE) {
    const answered = await Promise.all(
      questions
        .slice(start, start + AT_ONCE)
        .map(async (question) => ({ question, answer: await ask(question) })),
    );
    exchanges.push(...answered);
  }
  return exchanges;
}

describe(`hostile requests to every endpoint (FUZZ_SEED=${SEED})`, () => {
  it.each(API_PARTS)(
    'of %s get a good answer, and change nothing without a 2xx',
    async (part) => {
      const before = await settledRowCounts();
      const start = Date.now();
      const exchanges = await drive(part);
      const faults = exchanges.flatMap(({ question: { method, path }, answer }) =>
        faultsOf(answer, path).map((fault) => `${method} ${path.slice(0, 200)} → ${answer.status}: ${fault}`),
      );
      expect({ seed: SEED, faults: faults.slice(0, 20) }).toEqual({ seed: SEED, faults: [] });

      const after = await settledRowCounts();
      const accepted = exchanges.filter(
        ({ question, answer }) =>
          answer.status === 201 && question.method === 'POST' && question.path.includes('/meldingen'),
      );
      const made = accepted.map(({ answer }) => (JSON.parse(answer.text) as { id: string }).id);
      // A key that an earlier run used too gets that run's answer again.
      const ids = new Set(made.filter((id) => timeOf(id) >= start));
      expect(after['intake.melding']).toBe((before['intake.melding'] ?? 0) + ids.size);
      const changed = exchanges.some(
        ({ question, answer }) => question.method !== 'GET' && answer.status < 300,
      );
      if (!changed) expect(after).toEqual(before);
    },
    300_000,
  );
});
