// Judges texts of 200 words for so many seconds and prints evaluations a second of processor time.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { completeAnswers } from '#contracts';
import type * as Urgency from '../../../apps/triage/src/urgency/index.ts';

const BUILT = new URL('../../../dist/apps/triage/src/urgency/index.js', import.meta.url).href;
const { evaluate, loadPolicies } = (await import(BUILT)) as typeof Urgency;

const WORDS = 200;
const TEXTS = 300;
/** Until the compiler has done its work: a shorter start measures the compiler. */
const WARM_UP = 10_000;

const labelled = parse(
  readFileSync(
    new URL('../../../apps/triage/src/urgency/measurement/labelled-texts.nl.yaml', import.meta.url),
    'utf8',
  ),
) as Record<string, string[][]>;
const words = Object.values(labelled)
  .flatMap((set) => set.map(([text]) => text))
  .join('. ')
  .split(/\s+/);
/** Every text is full of signals: harder than what most people write. */
const texts = Array.from({ length: TEXTS }, (_, index) => {
  const from = (index * 37) % (words.length - WORDS);
  return words.slice(from, from + WORDS).join(' ');
});
const policy = loadPolicies().current;

function judge(description: string): void {
  evaluate(
    {
      kind: 'MELDING',
      submitterType: 'OUDER',
      identityMode: 'KNOWN',
      answers: completeAnswers({ immediateDanger: 'no' }),
      personeelstekort: null,
      inspectieAdvies: null,
      language: 'nl',
      receivedAt: new Date(),
      text: { description },
    },
    { submitterKeys: [], otherMeldingen: [], location: null },
    policy,
  );
}

for (let index = 0; index < WARM_UP; index += 1) judge(texts[index % TEXTS] ?? '');
const until = performance.now() + Number(process.argv[2]) * 1_000;
const before = process.cpuUsage();
let count = 0;
while (performance.now() < until) {
  texts.forEach(judge);
  count += TEXTS;
}
const { user, system } = process.cpuUsage(before);
process.stdout.write(String(count / ((user + system) / 1e6)));
