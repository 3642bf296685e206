import type { Level } from '#contracts';
import { describe, expect, it } from '@jest/globals';
import type { Decision } from '../urgency/index.js';
import { mergedDecision } from './merged-decision.js';

function decision(level: Level, codes: string[], more: Partial<Decision> = {}): Decision {
  const reasons = codes.map((code) => ({ code, text: `Reden ${code}.`, evidence: [] }));
  return { level, reasons, flags: [], policyVersion: '1', complete: false, ...more };
}

const codesOf = ({ reasons }: Decision): string[] => reasons.map(({ code }) => code);

describe('merging decisions about one melding', () => {
  it('keeps the higher level, whichever came first', () => {
    expect(mergedDecision(decision('HIGH', ['R-H2']), decision('NORMAL', ['R-N1'])).level).toBe('HIGH');
    expect(mergedDecision(decision('NORMAL', ['R-N1']), decision('CRISIS', ['R-C8'])).level).toBe('CRISIS');
  });

  it('lists structured rules, text signals, context rules and then what failed', () => {
    const early = decision('HIGH', ['R-N1', 'R-H2', 'F-TRIAGE_FAILED']);
    const late = decision('HIGH', ['R-N1', 'R-H2', 'TXT-LETSEL'], { complete: true });
    expect(codesOf(mergedDecision(early, late))).toEqual(['R-N1', 'R-H2', 'TXT-LETSEL', 'F-TRIAGE_FAILED']);
  });

  it('keeps text signals when history is weighed again without the text', () => {
    const read = decision('HIGH', ['R-N1', 'TXT-GEWELD'], { complete: true });
    const merged = mergedDecision(read, decision('CRISIS', ['R-N1', 'R-C8']));
    expect(codesOf(merged)).toEqual(['R-N1', 'R-C8', 'TXT-GEWELD']);
    expect(merged.complete).toBe(true);
  });

  it('drops a raising context rule once the level is reached without it', () => {
    const answersOnly = decision('HIGH', ['R-N1', 'B-2']);
    expect(codesOf(mergedDecision(answersOnly, decision('HIGH', ['R-N1', 'TXT-LETSEL'])))).toEqual([
      'R-N1',
      'TXT-LETSEL',
    ]);
  });

  it('does not list a raising context rule that raises nothing any more', () => {
    const read = decision('HIGH', ['R-N1', 'TXT-LETSEL']);
    expect(codesOf(mergedDecision(read, decision('HIGH', ['R-N1', 'B-1'])))).toEqual(['R-N1', 'TXT-LETSEL']);
  });

  it('keeps a raising context rule that both decisions list', () => {
    expect(
      codesOf(mergedDecision(decision('HIGH', ['R-N1', 'B-2']), decision('HIGH', ['R-N1', 'B-2']))),
    ).toEqual(['R-N1', 'B-2']);
  });

  it('never takes a flag back', () => {
    const failed = decision('HIGH', ['F-TRIAGE_FAILED'], { flags: ['F-TRIAGE_FAILED'] });
    const later = decision('NORMAL', ['R-N1'], { flags: ['F-LANGUAGE'] });
    expect(mergedDecision(failed, later).flags).toEqual(['F-TRIAGE_FAILED', 'F-LANGUAGE']);
  });
});
