import { labelNl } from '#contracts';
import { longDay } from '../time/local-time.js';
import { answerWords, questionWords } from './case-words.js';
import type { Evidence } from './case-answers.js';

const CONTEXT: Record<string, (value: string | number) => string> = {
  otherSubmitters: (value) => `${value} andere melders over deze opvang in 30 dagen`,
  independentReports: (value) =>
    `${value} andere, onafhankelijke ${value === 1 ? 'melding' : 'meldingen'} binnen 7 dagen`,
  enforcementState: (value) => `Handhaving: ${labelNl('enforcementState', String(value)).toLowerCase()}`,
  licenceState: (value) => `Vergunning: ${labelNl('licenceState', String(value)).toLowerCase()}`,
  schorsingEndedOn: (value) => `Schorsing eindigde op ${longDay(String(value))}`,
  riskBand: (value) => `Risicogroep ${value}`,
  kind: (value) => `Soort bericht: ${labelNl('kind', String(value)).toLowerCase()}`,
  submitterType: (value) => `Melder: ${labelNl('submitterType', String(value)).toLowerCase()}`,
};

/** What made a rule fire, in words; undefined for a place in the text, which is marked there. */
export function evidenceWords(evidence: Evidence): string | undefined {
  if (evidence.type === 'text') return undefined;
  if (evidence.type === 'context') return CONTEXT[evidence.key]?.(evidence.value);
  return `${questionWords(evidence.key)} ${answerWords(evidence.key, evidence.value)}`;
}
