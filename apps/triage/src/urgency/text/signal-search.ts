import type { TextField } from '../facts.js';
import type { CompiledSignals } from './compiled-signals.js';
import { NegationsByLanguage } from './negation.js';
import { NowSign } from './now-sign.js';
import { firstWord, lastWord } from './phrase-matcher.js';
import { readText } from './read-text.js';

/** One place in the text where a group of signals was found. */
export interface SignalFinding {
  readonly group: string;
  readonly field: TextField;
  /** UTF-16 offsets into the original, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
  readonly goingOn: boolean;
}

/**
 * Finds every signal in one field. All lists are searched whatever the language of the form, since people in
 * Brussels write in several; the negations are those of the list and of the form (domain.md 3.4).
 */
export function findSignals(
  field: TextField,
  original: string,
  language: string | null,
  compiled: CompiledSignals,
): SignalFinding[] {
  const text = readText(original, compiled.lexicon);
  const found = compiled.signals.find(text);
  if (found.length === 0) return [];
  const harmless = compiled.falseFriends.find(text);
  const nowSign = new NowSign(compiled.now, text);
  const negationsOf = new NegationsByLanguage(compiled.negations, text);
  return found
    .filter(
      (match) =>
        !harmless.some(
          (other) =>
            other.value === match.value.group && other.steps.some((step) => match.steps.includes(step)),
        ),
    )
    .map((match) => {
      const tags = new Set([match.value.language, language ?? match.value.language]);
      const negated = [...tags].some((tag) => negationsOf.of(tag)?.negate(match, match.value.ownNegation));
      return {
        group: match.value.group,
        field,
        start: text.tokens[firstWord(match)]?.start ?? 0,
        end: text.tokens[lastWord(match)]?.end ?? 0,
        negated,
        goingOn: !negated && nowSign.isGoingOn(match),
      };
    });
}
