import type { Fault } from '../plan/fault.js';
import type { Round } from './run-faults.js';

const MOST_FINDINGS = 25;

/** What a round showed; of a failing one also its seed and the stories of meldingen. */
export function roundReport(round: Round): string {
  const { counts, findings, way, seed, plan } = round;
  const lines = [
    `${findings.length === 0 ? 'KEPT' : 'BROKEN'}  way ${way}, seed ${seed}, ${plan.length} faults`,
    `  ${faultsByKind(plan)}`,
    `  sent ${counts.sent}, accepted ${counts.accepted}, no answer ${round.unanswered}`,
    `  registered ${counts.registered}, refused ${counts.refused}, waiting ${counts.waiting}`,
    `  crises ${counts.crises}, mails ${counts.mails}, of which handed over again ${counts.repeatedHandOvers}`,
    `  replayed by a person ${round.replayed}, mails a person answered for ${round.answered}, differences with the store found and mended ${round.differences}`,
    `  ended by themselves: ${round.endedByThemselves.length}`,
    ...round.endedByThemselves.map((words) => `    ${words}`),
  ];
  if (findings.length === 0) return lines.join('\n');
  const shown = findings.slice(0, MOST_FINDINGS);
  return [
    ...lines,
    `  ${findings.length} promises not kept; again with: npm run faults -- --way ${way} --seed ${seed} --faults ${round.planned}`,
    ...shown.map(({ rule, meldingId = '', text }) => `    ${rule} ${meldingId} ${text}`),
    ...round.stories,
  ].join('\n');
}

/** Number of faults of each kind, most first. */
export function faultsByKind(plan: Fault[]): string {
  return [...Map.groupBy(plan, ({ kind }) => kind)]
    .map(([kind, faults]) => ({ kind, count: faults.length }))
    .sort((one, other) => other.count - one.count || one.kind.localeCompare(other.kind))
    .map(({ kind, count }) => `${kind} ${count}`)
    .join(', ');
}
