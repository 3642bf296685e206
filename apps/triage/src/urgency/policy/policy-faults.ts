import { KINDS } from '#contracts';
import type { PolicyDocument } from './urgency-policy.js';
import type { WordList } from './word-list.js';

/** What is wrong with a well-formed policy as a whole; empty when nothing is. */
export function policyFaults(policy: PolicyDocument, lists: readonly WordList[]): string[] {
  return [
    ...signOff(policy),
    ...uncoveredKinds(policy),
    ...unknownCodes(policy),
    ...signalsWithoutWords(policy, lists),
    ...lastHandlerRule(policy),
  ];
}

/** A change of rules or words needs two different people; domain.md 3.4 and 4.2. */
function signOff({ approvedBy }: PolicyDocument): string[] {
  const people = new Set(approvedBy.map((name) => name.trim().toLowerCase()));
  return people.size < 2 ? ['approvedBy: two different people must sign off'] : [];
}

/** Without reasons no level (domain.md 3.2.7), so every kind needs a rule that always gives one. */
function uncoveredKinds({ kindRules }: PolicyDocument): string[] {
  const covered = kindRules.flatMap(({ when }) =>
    when.filter((condition) => Object.keys(condition).join() === 'kind').flatMap(({ kind }) => kind ?? []),
  );
  return KINDS.filter((kind) => !covered.includes(kind)).map((kind) => `kindRules: none for kind ${kind}`);
}

function unknownCodes({ structuredRules, contradiction }: PolicyDocument): string[] {
  const codes = structuredRules.map(({ code }) => code);
  return contradiction.answeredBy
    .filter((code) => !codes.includes(code))
    .map((code) => `contradiction/answeredBy: no structured rule ${code}`);
}

function signalsWithoutWords({ signals }: PolicyDocument, lists: readonly WordList[]): string[] {
  const groups = signals.map(({ code }) => code);
  const listed = lists.flatMap((list) => list.groups.map(({ code }) => ({ code, language: list.language })));
  return [
    ...lists.flatMap(({ language }) =>
      groups
        .filter((code) => !listed.some((entry) => entry.code === code && entry.language === language))
        .map((code) => `${language}: no words for ${code}`),
    ),
    ...listed
      .filter(({ code }) => !groups.includes(code))
      .map(({ code, language }) => `${language}: ${code} is no signal of this policy`),
  ];
}

function lastHandlerRule({ routing }: PolicyDocument): string[] {
  const last = routing.handlerRules[routing.handlerRules.length - 1];
  const open = last && !last.kinds && !last.submitterTypes && !last.identityModes;
  return open ? [] : ['routing/handlerRules: the last rule must apply to everything'];
}
