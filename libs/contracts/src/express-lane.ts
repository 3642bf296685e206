import type { Answers } from './codes/answers.js';
import type { Kind } from './codes/kinds.js';

/**
 * Tells whether a melding may turn out to be a crisis by what the melder ticked, so that its event also takes
 * the crisis topic and never waits behind bulk (architecture.md 4, guarantee 5). It decides no urgency: it is a
 * generous superset of the crisis rules R-C1…R-C6 and R-C9 of domain.md 3.3, triage alone judges.
 */
export function needsExpressLane(melding: { kind: Kind; answers: Answers }): boolean {
  const { kind, answers } = melding;
  return (
    kind === 'CRISIS' ||
    answers.immediateDanger === 'yes' ||
    ['life_threatening', 'death'].includes(answers.injury) ||
    (['unexplained', 'medical_care'].includes(answers.injury) && answers.childAgeGroup === 'under_12m') ||
    answers.conductTypes.some((conduct) => conduct === 'hitting_shaking' || conduct === 'sexual') ||
    answers.unsupervised === 'yes' ||
    answers.premisesConcern === 'fire_gas_co'
  );
}
