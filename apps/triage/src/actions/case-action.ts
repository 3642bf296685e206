/** What staff can do with a case now; further actions of domain.md 4.1 follow later. */
export const CASE_ACTIONS = ['assign', 'start', 'raise'] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];
