/** Shorter words have too many neighbours that mean something else. */
const SHORTEST = 7;

/**
 * Finds listed words that differ from a written one by one letter wrong, missing, added or swapped with its
 * neighbour; the first letter must be right. Every listed word is stored under itself and under each form with
 * one letter left out, so that one look-up per letter is enough (symmetric delete).
 */
export class SpellingTolerance {
  private readonly listed = new Map<string, string[]>();

  constructor(
    words: Iterable<string>,
    private readonly wordsOfTheirOwn: ReadonlySet<string>,
  ) {
    for (const word of words) {
      if (word.length < SHORTEST) continue;
      for (const form of [word, ...shortened(word)]) {
        this.listed.set(form, [...(this.listed.get(form) ?? []), word]);
      }
    }
  }

  static none(): SpellingTolerance {
    return new SpellingTolerance([], new Set());
  }

  meant(written: string): string[] {
    if (this.listed.size === 0 || written.length < SHORTEST || this.wordsOfTheirOwn.has(written)) return [];
    const candidates = new Set<string>();
    for (const form of [written, ...shortened(written)]) {
      for (const word of this.listed.get(form) ?? []) candidates.add(word);
    }
    return [...candidates].filter((word) => word !== written && isOneSlip(written, word));
  }
}

/** Every form with one letter left out, the first letter kept. */
function shortened(word: string): string[] {
  const forms: string[] = [];
  for (let left = 1; left < word.length; left += 1) forms.push(word.slice(0, left) + word.slice(left + 1));
  return forms;
}

function isOneSlip(a: string, b: string): boolean {
  if (a[0] !== b[0]) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const restA = a.slice(from);
  const restB = b.slice(from);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
