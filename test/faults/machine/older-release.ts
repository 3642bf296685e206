/** What an older release does not know yet of the events that it listens to. */
export const UNKNOWN_TO_OLDER: Record<string, Record<string, string>> = {
  intake: { 'be.opgroeipunt.dossier.registered.v1': 'attempts' },
  triage: {
    'be.opgroeipunt.melding.received.v1': 'admissibilityComplete',
    'be.opgroeipunt.crisis.suspected.v1': 'admissibilityComplete',
  },
  'dossier-sync': { 'be.opgroeipunt.melding.triaged.v1': 'policyVersion' },
  notification: { 'be.opgroeipunt.melding.triaged.v1': 'policyVersion' },
};
