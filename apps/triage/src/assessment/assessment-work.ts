/** Fetch the text and complete the decision. */
export const ASSESS_TEXT = 'assess-text';
/** The moment at which a text not had counts as a failure. */
export const TEXT_DEADLINE = 'text-deadline';

export interface AssessmentWork {
  caseId: string;
  meldingId: string;
}
