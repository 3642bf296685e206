/**
 * Lets the first of several equal requests through, and the others only when that failed: in one statement they would
 * break each other, and finding out which of hundreds broke it takes a statement for each.
 */
export class OneAtATime {
  private readonly underWay = new Map<string, Promise<unknown>>();

  /**
   * @param key the same for requests of which only one may succeed; undefined for a request that stands by itself
   * @param repeated what the others throw once the first has succeeded
   */
  async run<T>(key: string | undefined, write: () => Promise<T>, repeated: () => Error): Promise<T> {
    if (key === undefined) return write();
    for (let first = this.underWay.get(key); first !== undefined; first = this.underWay.get(key)) {
      if (await succeeded(first)) throw repeated();
    }
    const writing = write();
    this.underWay.set(key, writing);
    try {
      return await writing;
    } finally {
      this.underWay.delete(key);
    }
  }
}

const succeeded = (writing: Promise<unknown>): Promise<boolean> =>
  writing.then(
    () => true,
    () => false,
  );
