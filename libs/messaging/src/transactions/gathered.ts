interface Asked<In, Out> {
  item: In;
  resolve: (answer: Out) => void;
  reject: (error: unknown) => void;
}

/** Failures of what several asked for together: nobody knows yet whose it is. */
const shared = new WeakSet<object>();

/** Whether this failure came from something done for several at once, so that it may be the fault of any of them. */
export function isShared(failure: unknown): boolean {
  return typeof failure === 'object' && failure !== null && shared.has(failure);
}

/**
 * Does by one statement or call what several ask for in the same turn of the event loop, such as the handlers of a
 * batch that go side by side in one transaction. Who asks sees nothing of it: each asks for itself and gets its own
 * answer. When it fails it fails for all of them; a batch is then done again in halves until the culprit is alone.
 */
export class Gathered<Scope extends object, In, Out> {
  private readonly open = new WeakMap<Scope, Asked<In, Out>[]>();
  private readonly underWay = new WeakMap<Scope, Promise<void>>();

  /** @param all answers every item, in their order; for one scope it is called again only when it has ended */
  constructor(private readonly all: (scope: Scope, items: In[]) => Promise<Out[]>) {}

  /** @param scope what they share: the manager of the transaction, or the one that asks */
  ask(scope: Scope, item: In): Promise<Out> {
    const { promise, resolve, reject } = Promise.withResolvers<Out>();
    const asked = this.open.get(scope) ?? this.begin(scope);
    asked.push({ item, resolve, reject });
    return promise;
  }

  private begin(scope: Scope): Asked<In, Out>[] {
    const asked: Asked<In, Out>[] = [];
    this.open.set(scope, asked);
    const before = this.underWay.get(scope) ?? Promise.resolve();
    this.underWay.set(
      scope,
      before.then(endOfTurn).then(() => this.answer(scope, asked)),
    );
    return asked;
  }

  private async answer(scope: Scope, asked: Asked<In, Out>[]): Promise<void> {
    this.open.delete(scope);
    try {
      const answers = await this.all(
        scope,
        asked.map(({ item }) => item),
      );
      if (answers.length !== asked.length) throw new Error('not every item that was asked for got an answer');
      asked.forEach(({ resolve }, place) => resolve(answers[place]!));
    } catch (error) {
      if (asked.length > 1 && typeof error === 'object' && error !== null) shared.add(error);
      for (const { reject } of asked) reject(error);
    }
  }
}

/** After all that the same answer of the database set going. */
const endOfTurn = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

/**
 * Asks for every item at the same time. Rejects, as the first that failed, only when none is under way any more, so
 * that a transaction can be ended.
 */
export async function allOf<In, Out>(
  items: readonly In[],
  ask: (item: In, place: number) => Promise<Out>,
): Promise<Out[]> {
  const ended = await Promise.allSettled(items.map(ask));
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
