interface Index {
  name: string;
  definition: string;
}

/** Runs SQL on the database of triage. */
export type Run = (sql: string, values?: unknown[]) => Promise<object[]>;

/**
 * Drops the indexes of the table of cases that belong to no constraint, lets it be filled, and makes them again: a
 * fraction of the work of keeping them up to date.
 * @param fill is told how many indexes there are
 * @param made called after each index
 */
export async function withoutIndexes(
  run: Run,
  fill: (indexes: number) => Promise<void>,
  made: () => void = () => undefined,
): Promise<void> {
  const indexes = (await run(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE schemaname = current_schema() AND tablename = 'triage_case'
       AND indexname NOT IN (SELECT conname FROM pg_constraint WHERE conrelid = 'triage_case'::regclass)`,
  )) as Index[];
  for (const { name } of indexes) await run(`DROP INDEX ${name}`);
  await fill(indexes.length);
  for (const { definition } of indexes) {
    await run(definition);
    made();
  }
}
