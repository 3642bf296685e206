import { describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { summarise } from './summary.js';
import { specs } from './test-files.js';
import { TIERS, tierOf } from './tier.js';

const RESULTS = [
  { file: 'apps/triage/src/urgency/rules.spec.ts', passed: 10, failed: 0, skipped: 1 },
  { file: 'test/journeys/a.spec.ts', passed: 2, failed: 1, skipped: 0 },
];

describe('the summary of the tests', () => {
  it('closes with the counts that programs read', () => {
    const { lines, failed } = summarise(TIERS, RESULTS, [], 'ELSEWHERE');
    expect(lines.at(-1)).toBe('12 passed, 1 failed, 1 skipped');
    expect(failed).toBe(1);
  });

  it('says what did not run, and counts it as a failure on a build server only', () => {
    const notRun = [{ what: 'Kafka', why: 'Java ontbreekt.' }];
    expect(summarise(TIERS, RESULTS.slice(0, 1), notRun, 'ELSEWHERE')).toMatchObject({ failed: 0 });
    const { lines, failed } = summarise(TIERS, RESULTS.slice(0, 1), notRun, 'BUILD_SERVER');
    expect(failed).toBe(1);
    expect(lines.join('\n')).toContain('NIET GEDRAAID: Kafka. Java ontbreekt.');
    expect(lines.at(-1)).toBe('10 passed, 1 failed, 1 skipped');
  });

  it.each([
    ['apps/triage/src/urgency/rules.spec.ts', 'unit'],
    ['deploy/local/ports/local-ports.spec.ts', 'unit'],
    ['apps/intake/test/accept.spec.ts', 'integration'],
    ['deploy/test/mail-catcher.spec.ts', 'integration'],
    ['libs/messaging/examples/examples.spec.ts', 'integration'],
    ['libs/messaging/test/kafka.conformance.spec.ts', 'conformance'],
    ['test/contract/running/examples.spec.ts', 'contract'],
    ['test/hardening/authorisation/matrix.spec.ts', 'hardening'],
    ['test/compose/demo-on-compose.spec.ts', 'compose'],
  ])('counts %s as %s', (file, tier) => {
    expect(tierOf(file)?.name).toBe(tier);
  });

  it('leaves no test out: each file belongs to a tier', () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    expect(specs(root).filter((file) => tierOf(file) === undefined)).toEqual([]);
  });
});
