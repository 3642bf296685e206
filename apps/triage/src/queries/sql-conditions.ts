/** Collects conditions of a query and their values as numbered parameters: no value ever stands in the text. */
export class SqlConditions {
  private readonly conditions: string[] = [];

  constructor(readonly values: unknown[] = []) {}

  /** Conditions of another part of the same query, with the same parameters. */
  apart(): SqlConditions {
    return new SqlConditions(this.values);
  }

  /** Keeps a value and tells its parameter, e.g. `$3`. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(condition: string): void {
    this.conditions.push(condition);
  }

  /** All conditions together; `true` when there is none. */
  get where(): string {
    return this.conditions.length === 0 ? 'true' : this.conditions.join(' AND ');
  }
}
