import type { EvaluationRequestDto } from './evaluation-request.dto.js';

interface Example {
  summary: string;
  value: EvaluationRequestDto;
}

export const EVALUATION_EXAMPLES: Record<string, Example> = {
  melding: {
    summary: 'A melding at a known location',
    value: {
      melding: {
        kind: 'MELDING',
        submitterType: 'OUDER',
        identityMode: 'KNOWN',
        location: { id: 'L02' },
        description: 'Voor de derde keer in twee weken komt mijn dochter thuis met blauwe plekken.',
        answers: {
          immediateDanger: 'unknown',
          injury: 'unexplained',
          childAgeGroup: '12_36m',
          ongoing: 'repeated',
        },
        language: 'nl',
      },
    },
  },
  'second report': {
    summary: 'Somebody else reported violence at the same location two days before',
    value: {
      melding: {
        kind: 'SIGNAAL',
        submitterType: 'BURGER',
        identityMode: 'ANONYMOUS',
        answers: { conductTypes: ['hitting_shaking'], actorStillPresent: 'no' },
      },
      context: {
        otherMeldingen: [
          {
            kind: 'MELDING',
            submitterKey: 'ander@voorbeeld.example',
            hoursAgo: 48,
            reasons: ['R-N1', 'R-H3'],
          },
        ],
        location: { licenceState: 'VERGUND', enforcementState: 'GEEN', riskBand: 'LOW' },
      },
    },
  },
};
