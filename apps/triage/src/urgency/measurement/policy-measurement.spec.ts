import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { completeAnswers } from '#contracts';
import { parse } from 'yaml';
import { evaluate, loadPolicies } from '../index.js';
import { confusionOf, confusionTable, precision, recall, type Reading } from './confusion.js';

type Labelled = [text: string, ...labels: string[]];

const policy = loadPolicies().current;
const sets = parse(readFileSync(new URL('./labelled-texts.nl.yaml', import.meta.url), 'utf8')) as Record<
  string,
  Labelled[]
>;
const report = readFileSync(new URL('../../../../../docs/policy-measurement.md', import.meta.url), 'utf8');

function reading([text, ...labels]: Labelled): Reading {
  const decision = evaluate(
    {
      kind: 'VRAAG',
      submitterType: 'OUDER',
      identityMode: 'KNOWN',
      answers: completeAnswers({}),
      personeelstekort: null,
      inspectieAdvies: null,
      language: 'nl',
      receivedAt: new Date('2024-06-05T08:00:00Z'),
      text: { description: text },
    },
    { submitterKeys: [], otherMeldingen: [], location: null },
    policy,
  );
  const signals = decision.reasons.map(({ code }) => code).filter((code) => code.startsWith('TXT-'));
  return { expected: labels, found: decision.level === 'CRISIS' ? [...signals, 'crisis'] : signals };
}

describe('recall and precision of the text signals (architecture.md 5)', () => {
  it.each(Object.entries(sets))('stand in the committed report, as measured: %s', (_name, texts) => {
    const readings = texts.map(reading);
    const signals = [...new Set(readings.flatMap(({ expected, found }) => [...expected, ...found]))].sort();
    const rows = signals.map((signal) => confusionOf(signal, readings));
    const table = confusionTable(rows);
    process.stdout.write(`${table}\n`);
    expect(report).toContain(table);
    for (const row of rows) {
      expect([row.signal, recall(row) >= 0.95]).toEqual([row.signal, true]);
      expect([row.signal, precision(row) >= 0.8]).toEqual([row.signal, true]);
    }
  });
});
