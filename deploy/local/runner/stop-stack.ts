/** What was started, so that it can be stopped the other way round. */
export class StopStack {
  private readonly stops: { name: string; stop: () => Promise<void> }[] = [];

  push(name: string, stop: () => Promise<void>): void {
    this.stops.push({ name, stop });
  }

  /** Stops everything even when a part fails, and tells the failures together. */
  async stopAll(): Promise<void> {
    const failures: unknown[] = [];
    for (let part = this.stops.pop(); part; part = this.stops.pop()) {
      try {
        await part.stop();
      } catch (error) {
        failures.push(new Error(`${part.name} stopte niet goed: ${String(error)}`, { cause: error }));
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
  }
}
