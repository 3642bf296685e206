import { completeAnswers, type CodedMelding } from '#contracts';
import { uuidv7 } from '#platform';

/** A melding as intake announces it, with what a test cares about changed. */
export const aMelding = (changes: Partial<CodedMelding> = {}): CodedMelding => ({
  meldingId: uuidv7(),
  reference: 'OP-7K3M-Q9XD',
  kind: 'MELDING',
  submitterType: 'OUDER',
  identityMode: 'KNOWN',
  submitterKey: 'f'.repeat(64),
  channel: 'WEB',
  language: 'nl',
  receivedAt: '2026-11-21T20:15:00.000Z',
  factDate: '2026-11-20',
  locationIds: ['L02'],
  locationDescribed: false,
  answers: completeAnswers({ immediateDanger: 'no' }),
  themes: ['TOEZICHT_VEILIGHEID'],
  personeelstekort: null,
  inspectieAdvies: null,
  reachableBy: { email: true, phone: false },
  admissibilityComplete: null,
  ...changes,
});
