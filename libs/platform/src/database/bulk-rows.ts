import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

interface Texts {
  select: string;
  insert: string;
  update: string;
}

const texts = new WeakMap<EntityMetadata, Texts>();

/**
 * Rows by an ordinary statement: `where` goes behind `SELECT … FROM table`. For hot paths, where putting a query
 * together takes longer than answering it.
 */
export async function readRows<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: new () => E,
  where: string,
  parameters: unknown[],
): Promise<E[]> {
  const rows = await manager.query<E[]>(`${textsOf(manager, entity).select} ${where}`, parameters);
  return rows.map((row) => Object.assign(new entity(), row));
}

/** Inserts all rows by one statement, in their order. Every column must be given: what is absent becomes null. */
export async function insertRows<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: new () => E,
  rows: readonly Partial<E>[],
): Promise<void> {
  if (rows.length > 0) await manager.query(textsOf(manager, entity).insert, [asJson(rows)]);
}

/** Writes all columns of rows that are there, by one statement. Lock them first. */
export async function updateRows<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: new () => E,
  rows: readonly E[],
): Promise<void> {
  if (rows.length > 0) await manager.query(textsOf(manager, entity).update, [asJson(rows)]);
}

function textsOf(manager: EntityManager, entity: EntityTarget<ObjectLiteral>): Texts {
  const metadata = manager.connection.getMetadata(entity);
  const known = texts.get(metadata) ?? statementsFor(metadata);
  texts.set(metadata, known);
  return known;
}

function statementsFor({ tablePath, columns }: EntityMetadata): Texts {
  const typed = columns.map((column) => ({
    column,
    field: `"${column.propertyName}"`,
    name: column.databaseName,
    type: `${typeof column.type === 'string' ? column.type : 'text'}${column.isArray ? '[]' : ''}`,
  }));
  const fields = typed.map(({ field, type }) => `${field} ${type}`).join(', ');
  const given = `jsonb_to_recordset($1::jsonb) AS given (${fields}, place integer)`;
  const selected = typed.map(
    ({ name, field, type }) => `${name}${type === 'date' ? '::text' : ''} AS ${field}`,
  );
  const inserted = typed.filter(({ column }) => column.isInsert);
  const changed = typed.filter(({ column }) => column.isUpdate && !column.isPrimary);
  const keys = typed.filter(({ column }) => column.isPrimary);
  return {
    select: `SELECT ${selected.join(', ')} FROM ${tablePath}`,
    insert: `INSERT INTO ${tablePath} (${inserted.map(({ name }) => name).join(', ')})
      SELECT ${inserted.map(({ field }) => field).join(', ')} FROM ${given} ORDER BY place`,
    update: `UPDATE ${tablePath} AS kept
      SET ${changed.map(({ name, field }) => `${name} = given.${field}`).join(', ')}
      FROM ${given} WHERE ${keys.map(({ name, field }) => `kept.${name} = given.${field}`).join(' AND ')}`,
  };
}

function asJson(rows: readonly ObjectLiteral[]): string {
  return JSON.stringify(
    rows.map((row, place) => ({
      ...Object.fromEntries(Object.entries(row).map(([field, value]) => [field, forDatabase(value)])),
      place,
    })),
  );
}

/** Bytes travel as PostgreSQL writes them. */
const forDatabase = (value: unknown): unknown =>
  Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value;
