import { describe, expect, it } from '@jest/globals';
import { completeAnswers } from '#contracts';
import { evaluate, loadPolicies, otherMeldingFromReasons, triageFailed, type MeldingFacts } from './index.js';

const policy = loadPolicies().current;
const NOTHING = { submitterKeys: [], otherMeldingen: [], location: null };
const facts = (changes: Partial<MeldingFacts>): MeldingFacts => ({
  kind: 'MELDING',
  submitterType: 'OUDER',
  identityMode: 'KNOWN',
  answers: completeAnswers({}),
  personeelstekort: null,
  inspectieAdvies: null,
  language: 'nl',
  receivedAt: new Date('2024-06-05T08:00:00Z'),
  text: null,
  ...changes,
});
const reason = (code: string, melding: MeldingFacts) =>
  evaluate(melding, NOTHING, policy).reasons.find((one) => one.code === code);

describe('evidence (domain.md 3.2.7, architecture.md 5)', () => {
  it('of a structured rule is the answers that it rests on', () => {
    const answers = completeAnswers({ conductTypes: ['verbal', 'sexual'], actorStillPresent: 'unknown' });
    expect(reason('R-C4', facts({ answers }))?.evidence).toEqual([
      { type: 'answer', key: 'conductTypes', value: ['sexual'] },
      { type: 'answer', key: 'actorStillPresent', value: 'unknown' },
    ]);
  });

  it('of a text signal is places in the original text and its field, never the text', () => {
    const description = '😢 Zé heeft mijn zoontje GESLÁGEN, én geknepen!';
    const measuresTaken = 'Ik heb haar gevraagd of ze hem sloeg.';
    const evidence = reason('TXT-GEWELD', facts({ text: { description, measuresTaken } }))?.evidence ?? [];
    const text = { description, measuresTaken, desiredOutcome: '' };
    expect(
      evidence.map((one) => one.type === 'text' && [one.field, text[one.field].slice(one.start, one.end)]),
    ).toEqual([
      ['description', 'GESLÁGEN'],
      ['description', 'geknepen'],
      ['measuresTaken', 'sloeg'],
    ]);
    expect(JSON.stringify(evidence)).not.toMatch(/gesl|sloeg|knepen/i);
  });

  it('the desired outcome may tell of danger too', () => {
    const text = {
      description: 'Het gaat niet goed daar.',
      desiredOutcome: 'Dat hij nooit meer bewusteloos is.',
    };
    expect(evaluate(facts({ text }), NOTHING, policy).level).toBe('HIGH');
  });
});

describe('deciding in two phases (architecture.md 5)', () => {
  it('without the text rests on answers and context, and says so', () => {
    expect(evaluate(facts({}), NOTHING, policy)).toMatchObject({ level: 'NORMAL', complete: false });
  });

  it('with the text is complete', () => {
    const text = { description: 'Ze sloeg hem.' };
    expect(evaluate(facts({ text }), NOTHING, policy)).toMatchObject({ level: 'HIGH', complete: true });
  });

  it('gives the same decision for the same facts, every time', () => {
    const melding = facts({ text: { description: 'De baby ademde niet, ze sloeg hem nooit.' } });
    expect(evaluate(melding, NOTHING, policy)).toEqual(evaluate(melding, NOTHING, policy));
  });
});

describe('a failed triage (domain.md 3.2.8)', () => {
  it('is at least HIGH, flagged, with its reason, once', () => {
    const failed = triageFailed(triageFailed(evaluate(facts({}), NOTHING, policy)));
    expect(failed).toMatchObject({ level: 'HIGH', flags: ['F-TRIAGE_FAILED'] });
    expect(failed.reasons.map(({ code }) => code)).toEqual(['R-N1', 'F-TRIAGE_FAILED']);
  });

  it('never lowers a crisis', () => {
    expect(triageFailed(evaluate(facts({ kind: 'CRISIS' }), NOTHING, policy)).level).toBe('CRISIS');
  });
});

describe('another melding of which only reason codes are known', () => {
  it.each([
    ['R-C4', true],
    ['R-C9', true],
    ['R-H2', true],
    ['R-H3', true],
    ['R-H4', false],
    ['R-H5', false],
    ['TXT-GEWELD', false],
  ])('%s may mean violence or an unexplained injury: %s', (code, expected) => {
    const other = otherMeldingFromReasons({
      kind: 'MELDING',
      submitterKey: 'b',
      hoursAgo: 1,
      reasons: ['R-N1', code],
    });
    expect(other.violenceOrUnexplainedInjury).toBe(expected);
  });
});
