import type { CaseActionDto } from './case-action.dto.js';

interface Example {
  summary: string;
  value: CaseActionDto;
}

/** One request a person could send, per action, in the order in which they follow on one case. */
export const CASE_ACTION_EXAMPLES: Record<string, Example> = {
  assign: {
    summary: 'Give the case to a handler',
    value: { action: 'assign', assignee: 'kb.mc.een', reason: 'Kent deze opvang van een vorige melding.' },
  },
  start: { summary: 'Take the case up', value: { action: 'start' } },
  raise: {
    summary: 'Make the case more urgent',
    value: { action: 'raise', level: 'CRISIS', reason: 'De huisarts belde over hetzelfde kind.' },
  },
};
