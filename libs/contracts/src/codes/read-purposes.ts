/**
 * Why a member of staff opens a melding, for the audit log (domain.md 9.8: view with purpose). A list of codes and no
 * free text: people would write names there, and an audit log is kept longer than the melding.
 */
export const READ_PURPOSES = [
  'HANDLING',
  'CONTACT',
  'CRISIS',
  'REVIEW',
  'LEGAL',
  'SUPERVISION',
  'ACCESS_REQUEST',
] as const;
export type ReadPurpose = (typeof READ_PURPOSES)[number];
