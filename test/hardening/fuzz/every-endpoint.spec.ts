import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { API_PARTS, type ApiPart } from '../../contract/running/openapi-document.js';
import { report } from '../../journeys/melder.steps.js';
import { aMelding } from '../../journeys/melding.builder.js';
import { caseWhen } from '../../journeys/staff.steps.js';
import { addresses } from '../../system/system-under-test.js';
import { problemFaults } from '../asking/problem.js';
import { tokenOf } from '../authorisation/signed-token.js';
import { VISITORS } from '../authorisation/visitor.js';
import { rowCount } from '../database/row-counts.js';
import { tablesChangedBy } from '../database/fingerprints.js';
import { askAll, refusedOf, told, type Exchange } from './exchange.js';
import { ValueMaker } from './from-schema.js';
import { fuzzedOperations } from './fuzzed-operations.js';
import { ECHO_MARK } from './hostile-values.js';
import { pageFaults } from './page-faults.js';
import { QuestionMaker, type KnownToken } from './question-maker.js';
import { Random } from './random.js';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_122);
/** In one run, over all operations of all services. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 4_000);

const FORM_TYPE = 'application/x-www-form-urlencoded';
/** The one address that takes forms (contract 3). */
const TAKES_FORMS = /^\/api\/v1\/meldingen(?![^?])/;

/** An unknown field is named (contract 2), when its name is one that a field could have. */
const POINTER = /"pointer":"[\w./~-]*"/g;

/** What no answer may be, whatever was asked. */
function faultsOf({ question: { base, path, headers: sent }, answer }: Exchange): string[] {
  const { status, text } = answer;
  if (status < 400) return [];
  // Who sends an HTML form gets a page (contract 3).
  const isForm = base === addresses().intake && sent?.['content-type'] === FORM_TYPE;
  if (isForm && TAKES_FORMS.test(path)) return pageFaults(answer);
  // A probe that says "not ready" is an answer, not a failure.
  if (status === 503 && path.startsWith('/health/ready')) return [];
  return [
    ...(status >= 500 ? ['a failure of our own'] : []),
    ...problemFaults(answer),
    ...(text.replaceAll(POINTER, '').includes(ECHO_MARK) ? ['an echo of what was sent'] : []),
  ];
}

/** When a UUIDv7 was made. */
const timeOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

const exchanges: Exchange[] = [];
let tokens: KnownToken[];
let ids: string[];
let eachOperation: number;
let meldingenBefore: number;
const start = Date.now();

async function drive(part: ApiPart): Promise<Exchange[]> {
  const random = new Random(SEED);
  const { operations, schemas } = await fuzzedOperations(part);
  const maker = new QuestionMaker(random, new ValueMaker(random, schemas), {
    bases: addresses(),
    tokens,
    ids,
  });
  return askAll(
    operations.flatMap((operation) => Array.from({ length: eachOperation }, () => maker.make(operation))),
  );
}

describe(`hostile requests to every endpoint (FUZZ_SEED=${SEED}, FUZZ_REQUESTS=${REQUESTS})`, () => {
  beforeAll(async () => {
    tokens = await Promise.all(VISITORS.map(async (visitor) => ({ visitor, token: await tokenOf(visitor) })));
    const documents = await Promise.all(API_PARTS.map(fuzzedOperations));
    const count = documents.reduce((sum, { operations }) => sum + operations.length, 0);
    eachOperation = Math.ceil(REQUESTS / count);
    const real = await report(aMelding({ location: { id: 'L02' } }));
    const { id } = await caseWhen('tc.centraal', real.reference, () => true);
    ids = [real.id, id];
    meldingenBefore = await rowCount('intake', 'melding');
  }, 120_000);
  afterAll(() => expect(exchanges.length).toBeGreaterThanOrEqual(REQUESTS));

  it.each(API_PARTS)(
    'of %s get a good answer',
    async (part) => {
      const driven = await drive(part);
      exchanges.push(...driven);
      const faults = driven.flatMap((one) => faultsOf(one).map((fault) => told(one, fault)));
      expect({ seed: SEED, faults: faults.slice(0, 20) }).toEqual({ seed: SEED, faults: [] });
    },
    300_000,
  );

  it('meet every kind of answer: they are neither all good nor all stopped at the door', () => {
    const statuses = new Set(exchanges.map(({ answer }) => answer.status));
    for (const status of [200, 201, 400, 401, 403, 404, 413, 415]) expect(statuses).toContain(status);
  });

  it('make no melding but those that were accepted', async () => {
    const made = exchanges
      .filter(({ question, answer }) => answer.status === 201 && question.path.includes('/meldingen'))
      .map(({ answer }) => (JSON.parse(answer.text) as { id: string }).id)
      // A key that an earlier run used too gets that run's answer again.
      .filter((id) => timeOf(id) >= start);
    expect(await rowCount('intake', 'melding')).toBe(meldingenBefore + new Set(made).size);
  });

  it('change no row of any table when they are refused', async () => {
    const refused = refusedOf(exchanges);
    expect(refused.length).toBeGreaterThan(REQUESTS / 3);
    const changed = await tablesChangedBy(async () => {
      const again = await askAll(refused);
      const taken = again.filter(({ answer }) => answer.status < 400);
      expect(taken.map((one) => told(one, 'refused before'))).toEqual([]);
    });
    expect(changed).toEqual([]);
  }, 300_000);
});
