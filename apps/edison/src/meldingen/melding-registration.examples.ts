/** Requests as they stand in the API documents; the contract tier sends each to the running system. */
export const MELDING_REGISTRATION_EXAMPLES = {
  newMelding: {
    summary: 'A melding that was just accepted',
    value: {
      reference: 'OP-7K3M-Q9XD',
      kind: 'MELDING',
      receivedAt: '2026-11-21T20:15:00.000Z',
      factDate: '2026-11-20',
      locationIds: ['L02'],
      themes: ['TOEZICHT_VEILIGHEID'],
      level: null,
      status: 'INGEDIEND',
      outcome: null,
      handler: null,
    },
  },
};
