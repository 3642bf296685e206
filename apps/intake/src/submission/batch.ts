/** Why a batch was refused: because of one of its items, or of something that is the matter with all. */
export type Refusal = 'ONE_OF_THEM' | 'ALL';

interface Watched {
  /** What the store had decided at the last look, and how often in a row a look found no more. */
  seen: number;
  inVain: number;
  refused: (error: unknown) => void;
}

interface Arrived<Item> extends Watched {
  make: () => Item;
  written: (item: Item) => void;
}

interface Made<Item> {
  item: Item;
  entry: Arrived<Item>;
}

/** How often the patience of what waits is looked at, in parts of it. */
const LOOKS = 20;

/** The answer cannot wait any longer; the code is that of a network that does not answer, so it means "away". */
export class NotWrittenInTimeError extends Error {
  override readonly name = 'NotWrittenInTimeError';
  readonly code = 'ETIMEDOUT';
}

/**
 * Writes together what arrives while the last write is under way: under load many commits become one, and without
 * load nothing waits. Each item hears of its own fate only when it is decided. What arrives in one turn of the event
 * loop is made one behind the other at its end, while the last write may still be under way: the same work many times
 * in a row takes less than between other work, and of two that arrive together the first does not go alone.
 */
export class Batch<Item> {
  private readonly arrived: Arrived<Item>[] = [];
  private waiting: Made<Item>[] = [];
  /** All that wait for an answer, also those whose write is under way. */
  private readonly watched = new Set<Watched>();
  private watching: NodeJS.Timeout | undefined;
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
   * Gives the item once it is written; throws what refused this very item, what `make` throws, and
   * `NotWrittenInTimeError` when the store decides nothing in time: what still waited for its turn is then never
   * written, of what was under way nobody knows.
   * @param make called once; it must not wait for anything
   */
  write(make: () => Item): Promise<Item> {
    const { promise, resolve, reject } = Promise.withResolvers<Item>();
    const entry: Arrived<Item> = {
      make,
      seen: this.decided,
      inVain: 0,
      written: (item) => this.settle(entry, () => resolve(item)),
      refused: (error) => this.settle(entry, () => reject(error)),
    };
    this.watched.add(entry);
    this.watching ??= setInterval(() => this.watch(), this.patienceMs / LOOKS);
    if (this.arrived.push(entry) === 1) setImmediate(() => this.makeArrived());
    return promise;
  }

  private settle(entry: Watched, tell: () => void): void {
    this.watched.delete(entry);
    if (this.watched.size === 0) {
      clearInterval(this.watching);
      this.watching = undefined;
    }
    tell();
  }

  /**
   * Gives up on a store that decides nothing for so long; in a rush it decides, and waiting is worth it. Looks are
   * counted, not time: a process that was held up itself has one look behind it, and an answer may lie ready.
   */
  private watch(): void {
    for (const entry of this.watched) {
      entry.inVain = entry.seen === this.decided ? entry.inVain + 1 : 0;
      entry.seen = this.decided;
      if (entry.inVain > LOOKS) this.giveUp(entry);
    }
  }

  private giveUp(entry: Watched): void {
    this.waiting = this.waiting.filter((other) => other.entry !== entry);
    entry.refused(new NotWrittenInTimeError('not written in time'));
  }

  /** What cannot be made is refused by itself. */
  private makeArrived(): void {
    for (const entry of this.arrived.splice(0)) {
      try {
        this.waiting.push({ entry, item: entry.make() });
      } catch (error) {
        entry.refused(error);
      }
    }
    if (!this.isWriting) void this.writeWhileWaiting();
  }

  private async writeWhileWaiting(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) await this.together(this.waiting.splice(0, this.atMost));
    this.isWriting = false;
  }

  private async together(entries: Made<Item>[]): Promise<void> {
    try {
      await this.writeAll(entries.map(({ item }) => item));
      this.decided += 1;
      for (const { item, entry } of entries) entry.written(item);
    } catch (error) {
      const refusal = this.refusal(error);
      if (refusal === 'ONE_OF_THEM') this.decided += 1;
      if (entries.length > 1 && refusal === 'ONE_OF_THEM') await this.inHalves(entries);
      else for (const { entry } of entries) entry.refused(error);
    }
  }

  /** Nothing was written, so all may be tried again; in the end a bad one stands alone, and only that one fails. */
  private async inHalves(entries: Made<Item>[]): Promise<void> {
    const half = Math.ceil(entries.length / 2);
    await this.together(entries.slice(0, half));
    await this.together(entries.slice(half));
  }
}
