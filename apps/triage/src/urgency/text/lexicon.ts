import { BoundedMemo } from './bounded-memo.js';
import { SpellingTolerance } from './spelling-tolerance.js';
import { canonical } from './tokenise.js';
import { normalise } from './normalise.js';

/** Number of a term, the unit that phrases are built of: one word, several words, or the beginning of words. */
export type TermId = number;

export const ANY_WORD: TermId = 0;
const NUMBER_TERM = '#';
/** The words that make up nearly every text; single words, without the text or the order they came in. */
const REMEMBERED_WORDS = 10_000;
const LONGEST_REMEMBERED = 30;
const DIGITS = /^\d+$/;

/** Which terms a word of a text stands for. Filled while the word lists are compiled, only read afterwards. */
export class Lexicon {
  private readonly ids = new Map<string, TermId>([['*', ANY_WORD]]);
  private readonly exact = new Map<string, TermId[]>();
  private readonly beginnings = new Map<string, TermId[]>();
  private readonly beginningLengths = new Set<number>();
  private readonly numberTerms: TermId[] = [];
  private tolerance = SpellingTolerance.none();
  private remembered = this.newMemo();

  constructor(private readonly classes: ReadonlyMap<string, readonly string[]>) {}

  /** The term for `a|b*|@class|#`; the same writing gives the same term. */
  term(written: string): TermId {
    const known = this.ids.get(written);
    if (known !== undefined) return known;
    const id = this.ids.size;
    this.ids.set(written, id);
    for (const alternative of this.wordsOf(written)) this.learn(alternative, id);
    return id;
  }

  /** All words and beginnings (`word*`) of a term, classes written out. */
  wordsOf(written: string): string[] {
    return written.split('|').flatMap((part) => {
      if (!part.startsWith('@')) return [part];
      const members = this.classes.get(part.slice(1));
      if (!members) throw new Error(`unknown word class ${part}`);
      return members.flatMap((member) => this.wordsOf(member));
    });
  }

  /** From now on a long word with one letter wrong is read as the listed word, unless it is a word of its own. */
  tolerate(wordsOfTheirOwn: ReadonlySet<string>): void {
    this.tolerance = new SpellingTolerance(this.exact.keys(), wordsOfTheirOwn);
    this.remembered = this.newMemo();
  }

  termsOf(word: string): readonly TermId[] {
    return word.length > LONGEST_REMEMBERED ? this.lookUp(word) : this.remembered.of(word);
  }

  private lookUp(word: string): readonly TermId[] {
    const found = this.literalTermsOf(word);
    if (found.length > 0) return found;
    return this.tolerance.meant(word).flatMap((meant) => this.exact.get(meant) ?? []);
  }

  private literalTermsOf(word: string): readonly TermId[] {
    let found = this.exact.get(word) ?? NONE;
    for (const length of this.beginningLengths) {
      if (length > word.length) continue;
      const begun = this.beginnings.get(word.slice(0, length));
      if (begun) found = [...found, ...begun];
    }
    return DIGITS.test(word) ? [...found, ...this.numberTerms] : found;
  }

  private newMemo(): BoundedMemo<readonly TermId[]> {
    return new BoundedMemo(REMEMBERED_WORDS, (word) => this.lookUp(word));
  }

  private learn(written: string, id: TermId): void {
    this.remembered = this.newMemo();
    if (written === NUMBER_TERM) {
      this.numberTerms.push(id);
    } else if (written.endsWith('*')) {
      const beginning = canonical(normalise(written.slice(0, -1)).value);
      this.beginningLengths.add(beginning.length);
      add(this.beginnings, beginning, id);
    } else {
      add(this.exact, canonical(normalise(written).value), id);
    }
  }
}

const NONE: readonly TermId[] = [];

function add(map: Map<string, TermId[]>, key: string, id: TermId): void {
  const ids = map.get(key);
  if (ids) ids.push(id);
  else map.set(key, [id]);
}
