import { describe, expect, it } from '@jest/globals';
import { SINGLE_ANSWER_KEYS, TRACE_STEPS } from '#contracts';
import { answerWords, inFormOrder, questionWords, traceWords } from './case-words.js';
import { evidenceWords } from './context-words.js';

describe('words for staff', () => {
  it.each(SINGLE_ANSWER_KEYS)('name the question %s and its answer', (key) => {
    expect(questionWords(key)).not.toBe(key);
    expect(answerWords(key, 'unknown')).not.toBe('unknown');
  });

  it.each(TRACE_STEPS)('name the step %s', (step) => {
    expect(traceWords(step)).not.toBe(step);
  });

  it('tell what made a rule fire', () => {
    expect(evidenceWords({ type: 'answer', key: 'kind', value: 'MELDING' })).toBe(
      'Soort bericht: Bezorgdheid melden',
    );
    expect(evidenceWords({ type: 'answer', key: 'conductTypes', value: ['verbal'] })).toBe(
      'Wat deed die persoon? Roepen, uitschelden, vernederen of bang maken',
    );
    expect(evidenceWords({ type: 'answer', key: 'measures', value: 'NONE' })).toBe(
      'Welke maatregelen neem je? Geen maatregel',
    );
    expect(evidenceWords({ type: 'context', key: 'enforcementState', value: 'AANMANING' })).toBe(
      'Handhaving: aanmaning',
    );
    expect(evidenceWords({ type: 'text', field: 'description', start: 0, end: 1 })).toBeUndefined();
  });

  it('keep the answers in the order of the form', () => {
    expect(
      inFormOrder({ ongoing: 'once', injury: 'none', immediateDanger: 'no' }).map(([key]) => key),
    ).toEqual(['immediateDanger', 'injury', 'ongoing']);
  });
});
