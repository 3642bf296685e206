/** Why a batch was refused: because of one of its items, or of something that is the matter with all. */
export type Refusal = 'ONE_OF_THEM' | 'ALL';

interface Waiting<Item> {
  item: Item;
  written: () => void;
  refused: (error: unknown) => void;
}

/** The answer cannot wait any longer; the code is that of a network that does not answer, so it means "away". */
export class NotWrittenInTimeError extends Error {
  override readonly name = 'NotWrittenInTimeError';
  readonly code = 'ETIMEDOUT';
}

/**
 * Writes together what arrives while the last write is under way: under load many commits become one, and without
 * load nothing waits. Each item hears of its own fate only when it is decided.
 */
export class Batch<Item> {
  private waiting: Waiting<Item>[] = [];
  private isWriting = false;
  /** How many writes the store has decided on: while this grows, it is there, only busy. */
  private decided = 0;

  /**
   * @param writeAll writes all items or none
   * @param refusal tells for an error of `writeAll` whether one of the items may be to blame
   */
  constructor(
    private readonly writeAll: (items: Item[]) => Promise<void>,
    private readonly refusal: (error: unknown) => Refusal,
    private readonly atMost: number,
    private readonly patienceMs: number,
  ) {}

  /**
   * Settles when the item is written; throws what refused this very item, and `NotWrittenInTimeError` when the store
   * decides nothing in time: what still waited for its turn is then never written, of what was under way nobody knows.
   */
  write(item: Item): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const entry: Waiting<Item> = { item, written: resolve, refused: reject };
    const stopWatching = this.watch(entry);
    this.waiting.push(entry);
    if (!this.isWriting) void this.writeWhileWaiting();
    return promise.finally(stopWatching);
  }

  /** Gives up on a store that decides nothing for so long; in a rush it decides, and waiting is worth it. */
  private watch(entry: Waiting<Item>): () => void {
    let seen = this.decided;
    const timer = setInterval(() => {
      if (this.decided === seen) this.giveUp(entry);
      seen = this.decided;
    }, this.patienceMs);
    return () => clearInterval(timer);
  }

  private giveUp(entry: Waiting<Item>): void {
    this.waiting = this.waiting.filter((other) => other !== entry);
    entry.refused(new NotWrittenInTimeError('not written in time'));
  }

  private async writeWhileWaiting(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) await this.together(this.waiting.splice(0, this.atMost));
    this.isWriting = false;
  }

  private async together(entries: Waiting<Item>[]): Promise<void> {
    try {
      await this.writeAll(entries.map(({ item }) => item));
      this.decided += 1;
      for (const { written } of entries) written();
    } catch (error) {
      const refusal = this.refusal(error);
      if (refusal === 'ONE_OF_THEM') this.decided += 1;
      if (entries.length > 1 && refusal === 'ONE_OF_THEM') await this.inHalves(entries);
      else for (const { refused } of entries) refused(error);
    }
  }

  /** Nothing was written, so all may be tried again; in the end a bad one stands alone, and only that one fails. */
  private async inHalves(entries: Waiting<Item>[]): Promise<void> {
    const half = Math.ceil(entries.length / 2);
    await this.together(entries.slice(0, half));
    await this.together(entries.slice(half));
  }
}
