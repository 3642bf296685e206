import type { Level } from '#contracts';
import type { Evidence } from '../decision.js';
import type { MeldingFacts, TextField } from '../facts.js';
import { primaryLanguage } from '../language.js';
import { oneLess } from '../levels.js';
import type { SignalGroup, UrgencyPolicy } from '../policy/urgency-policy.js';
import { evidenceFor } from '../rules/condition.js';
import type { FactValues } from '../rules/fact-values.js';
import type { FiredRule } from '../rules/fired-rule.js';
import { findSignals, type SignalFinding } from './signal-search.js';

/** Every field in which a melder writes freely may tell of danger. */
const FIELDS: readonly TextField[] = ['description', 'measuresTaken', 'desiredOutcome'];

/** The groups of domain.md 3.4 that the text shows, in the order of the policy; none without a text. */
export function textSignals(facts: MeldingFacts, values: FactValues, policy: UrgencyPolicy): FiredRule[] {
  const { text } = facts;
  if (!text) return [];
  const language = primaryLanguage(facts.language);
  const found = FIELDS.flatMap((field) =>
    findSignals(field, text[field] ?? '', language, policy.compiledSignals),
  );
  return policy.signals.flatMap((group) => {
    const ofGroup = found.filter((finding) => finding.group === group.code);
    return ofGroup.length > 0 ? [fired(group, ofGroup, values)] : [];
  });
}

/** One finding that is not negated outweighs all that are; domain.md 3.6.6. */
function fired(group: SignalGroup, found: readonly SignalFinding[], values: FactValues): FiredRule {
  const affirmed = found.filter(({ negated }) => !negated);
  const floor = floorOf(group, values);
  if (affirmed.length === 0) {
    return {
      floor: oneLess(floor),
      reason: {
        code: `${group.code}(neg)`,
        text: `${group.text} De melder ontkent dit.`,
        evidence: places(found),
      },
    };
  }
  const goingOn = group.floorNow !== undefined && affirmed.some((finding) => finding.goingOn);
  return {
    floor: goingOn && group.floorNow ? group.floorNow : floor,
    reason: {
      code: group.code,
      text: goingOn ? `${group.text} Volgens de tekst is dit nu bezig.` : group.text,
      evidence: places(affirmed),
    },
  };
}

function floorOf(group: SignalGroup, values: FactValues): Level {
  return group.raised && evidenceFor(group.raised.when, values) ? group.raised.floor : group.floor;
}

/** Each place once; a place inside a longer one adds nothing. */
function places(found: readonly SignalFinding[]): Evidence[] {
  const ordered = [...found].sort(
    (a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field) || a.start - b.start || b.end - a.end,
  );
  const kept: SignalFinding[] = [];
  for (const finding of ordered) {
    const last = kept[kept.length - 1];
    if (last?.field === finding.field && finding.end <= last.end) continue;
    kept.push(finding);
  }
  return kept.map(({ field, start, end }) => ({ type: 'text', field, start, end }));
}
