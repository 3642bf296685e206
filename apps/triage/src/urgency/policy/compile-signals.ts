import type { CompiledSignals, OwnNegation, SignalPhrase } from '../text/compiled-signals.js';
import { Lexicon } from '../text/lexicon.js';
import type { NegationScope } from '../text/negation.js';
import { normalise } from '../text/normalise.js';
import { readPhrase } from '../text/phrase.js';
import { PhraseMatcher } from '../text/phrase-matcher.js';
import { canonical } from '../text/tokenise.js';
import type { WordList, WordListGroup } from './word-list.js';

/** Makes word lists ready for searching, once; every fault in a phrase goes to `faults`. */
export function compileSignals(
  lists: readonly WordList[],
  lookalikes: readonly string[],
  faults: string[],
): CompiledSignals {
  const compiler = new SignalCompiler(lists, faults);
  for (const list of lists) compiler.add(list);
  return compiler.finish(lookalikes);
}

class SignalCompiler {
  private readonly lexicon: Lexicon;
  private readonly signals = new PhraseMatcher<SignalPhrase>();
  private readonly falseFriends = new PhraseMatcher<string>();
  private readonly negations = new Map<string, NegationScope>();
  private readonly nowSigns: CompiledSignals['now']['signs'] = new PhraseMatcher();
  private readonly clauseBreakers = new Set<string>();

  constructor(
    lists: readonly WordList[],
    private readonly faults: string[],
  ) {
    this.lexicon = new Lexicon(new Map(lists.flatMap((list) => Object.entries(list.classes))));
  }

  add(list: WordList): void {
    for (const group of list.groups) this.addGroup(group, list.language);
    this.negations.set(list.language, this.negationOf(list));
    const { signs, notNow, past, clauseBreakers } = list.now;
    for (const phrase of signs) this.read(phrase, this.nowSigns, 'now');
    for (const phrase of notNow) this.read(phrase, this.nowSigns, 'not-now');
    for (const phrase of past) this.read(phrase, this.nowSigns, 'past');
    for (const word of clauseBreakers) this.clauseBreakers.add(plain(word));
  }

  finish(lookalikes: readonly string[]): CompiledSignals {
    this.lexicon.tolerate(new Set(lookalikes.map(plain)));
    return {
      lexicon: this.lexicon,
      signals: this.signals,
      falseFriends: this.falseFriends,
      negations: this.negations,
      now: { signs: this.nowSigns, clauseBreakers: this.clauseBreakers },
    };
  }

  private addGroup(group: WordListGroup, language: string): void {
    const add = (phrases: readonly string[], ownNegation: OwnNegation): void => {
      for (const phrase of phrases) {
        this.read(phrase, this.signals, { group: group.code, language, ownNegation });
      }
    };
    add(group.phrases, 'none');
    add(group.ownNegation, 'exempt');
    add(group.ownNegationUndone, 'reversible');
    for (const phrase of group.falseFriends) this.read(phrase, this.falseFriends, group.code);
  }

  private negationOf({ negation }: WordList): NegationScope {
    const notNegating = new PhraseMatcher<true>();
    for (const phrase of negation.notNegating) this.read(phrase, notNegating, true);
    return {
      window: negation.window,
      words: new Set(negation.words.map(plain)),
      stopAt: new Set(negation.stopAt.map(plain)),
      passComma: new Set(negation.passComma.map(plain)),
      notNegating,
    };
  }

  private read<T>(written: string, into: PhraseMatcher<T>, value: T): void {
    try {
      for (const phrase of readPhrase(written, this.lexicon)) into.add(phrase, value);
    } catch (error) {
      this.faults.push(error instanceof Error ? error.message : String(error));
    }
  }
}

function plain(word: string): string {
  return canonical(normalise(word).value);
}
