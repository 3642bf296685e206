/** Longest time that a result waits for those of other work in hand. */
const LONGEST_MS = 25;

/**
 * When the results of work in hand share a transaction: as soon as nothing that is in hand can join them any more, or
 * after a moment. Work that is alone in hand waits for nothing.
 */
export class JoinedResults {
  private readonly inHand = new Set<string>();
  private readonly waiting = new Set<string>();
  private proceed: (() => void) | undefined;

  began(id: string): void {
    this.inHand.add(id);
  }

  ended(id: string): void {
    this.inHand.delete(id);
    this.look();
  }

  /** Marks that this work is there, ready for its transaction, for as long as that takes. */
  async ready<T>(id: string, transaction: () => Promise<T>): Promise<T> {
    this.waiting.add(id);
    this.look();
    try {
      return await transaction();
    } finally {
      this.waiting.delete(id);
    }
  }

  /** Resolves when the next transaction may begin. */
  async turn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.isComplete) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LONGEST_MS);
      this.proceed = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.proceed = undefined;
  }

  private get isComplete(): boolean {
    return this.waiting.size >= this.inHand.size;
  }

  private look(): void {
    if (this.isComplete) this.proceed?.();
  }
}
