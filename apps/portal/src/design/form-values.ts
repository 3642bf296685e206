/** What a person typed or ticked, by field name; a name can have several values. */
export class FormValues {
  private constructor(private readonly values: ReadonlyMap<string, readonly string[]>) {}

  static empty(): FormValues {
    return new FormValues(new Map());
  }

  /** From a parsed `application/x-www-form-urlencoded` body or a query; anything but text is left out. */
  static from(body: unknown): FormValues {
    const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
    return new FormValues(
      new Map(
        entries.map(([name, given]: [string, unknown]) => {
          const list: unknown[] = Array.isArray(given) ? given : [given];
          return [name, list.filter((value) => typeof value === 'string')];
        }),
      ),
    );
  }

  /** First value without surrounding blanks; '' when there is none. */
  text(name: string): string {
    return this.values.get(name)?.[0]?.trim() ?? '';
  }

  /** As it was typed, to show it again. */
  raw(name: string): string {
    return this.values.get(name)?.[0] ?? '';
  }

  all(name: string): string[] {
    return (this.values.get(name) ?? []).filter((value) => value !== '');
  }

  /** Everything as it was given, to pass it on unread. */
  pairs(): [name: string, value: string][] {
    return [...this.values].flatMap(([name, list]) => list.map((value): [string, string] => [name, value]));
  }

  has(name: string, value: string): boolean {
    return this.values.get(name)?.includes(value) ?? false;
  }

  with(name: string, ...values: string[]): FormValues {
    return new FormValues(new Map([...this.values, [name, values]]));
  }
}
