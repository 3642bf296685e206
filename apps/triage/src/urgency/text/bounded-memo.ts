/** Answers that were worked out before, at most so many: when full it starts anew, so memory stays bounded. */
export class BoundedMemo<Value extends NonNullable<unknown>> {
  private readonly known = new Map<string, Value>();

  constructor(
    private readonly limit: number,
    private readonly workOut: (key: string) => Value,
  ) {}

  of(key: string): Value {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const value = this.workOut(key);
    if (this.known.size >= this.limit) this.known.clear();
    this.known.set(detached(key), value);
    return value;
  }
}

/** A part of a string keeps the whole string in memory; nothing of a melder's text may stay because of one word. */
function detached(key: string): string {
  return Array.from(key).join('');
}
