import type { EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';

/** A statement for many rows, with the fields that it takes of each. */
interface Bulk {
  sql: string;
  fields: string[];
}

interface Statements {
  select: string;
  insert: Bulk;
  update: Bulk;
}

const known = new WeakMap<EntityMetadata, Statements>();

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
  const rows = await manager.query<E[]>(`${statementsFor(manager, entity).select} ${where}`, parameters);
  return rows.map((row) => Object.assign(new entity(), row));
}

/** Inserts all rows by one statement, in their order. Every column must be given: what is absent becomes null. */
export async function insertRows<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: new () => E,
  rows: readonly Partial<E>[],
): Promise<void> {
  await send(manager, statementsFor(manager, entity).insert, rows);
}

/**
 * Writes all columns of rows that are there, by one statement, but for those that their entity says are never updated.
 * Lock them first.
 */
export async function updateRows<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: new () => E,
  rows: readonly E[],
): Promise<void> {
  await send(manager, statementsFor(manager, entity).update, rows);
}

async function send(
  manager: EntityManager,
  { sql, fields }: Bulk,
  rows: readonly ObjectLiteral[],
): Promise<void> {
  if (rows.length === 0) return;
  const given = rows.map((row, place) => {
    const values: ObjectLiteral = { place };
    for (const field of fields) values[field] = forDatabase(row[field]);
    return values;
  });
  await manager.query(sql, [JSON.stringify(given)]);
}

/** Bytes travel as PostgreSQL writes them. */
const forDatabase = (value: unknown): unknown =>
  Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value;

function statementsFor(manager: EntityManager, entity: new () => ObjectLiteral): Statements {
  const metadata = manager.connection.getMetadata(entity);
  const statements = known.get(metadata) ?? statementsOf(metadata);
  known.set(metadata, statements);
  return statements;
}

function statementsOf({ tablePath, columns }: EntityMetadata): Statements {
  const all = columns.map(({ propertyName, databaseName, type, isArray, isInsert, isUpdate, isPrimary }) => ({
    property: propertyName,
    field: `"${propertyName}"`,
    name: databaseName,
    type: `${typeof type === 'string' ? type : 'text'}${isArray ? '[]' : ''}`,
    isInsert,
    isChanged: isUpdate && !isPrimary,
    isKey: isPrimary,
  }));
  const inserted = all.filter(({ isInsert }) => isInsert);
  const changed = all.filter(({ isChanged }) => isChanged);
  const keys = all.filter(({ isKey }) => isKey);
  const given = (taken: typeof all): string => {
    const fields = taken.map(({ field, type }) => `${field} ${type}`).join(', ');
    return `jsonb_to_recordset($1::jsonb) AS given (${fields}, place integer)`;
  };
  const selected = all.map(
    ({ name, field, type }) => `${name}${type === 'date' ? '::text' : ''} AS ${field}`,
  );
  return {
    select: `SELECT ${selected.join(', ')} FROM ${tablePath}`,
    insert: {
      fields: inserted.map(({ property }) => property),
      sql: `INSERT INTO ${tablePath} (${inserted.map(({ name }) => name).join(', ')})
        SELECT ${inserted.map(({ field }) => field).join(', ')} FROM ${given(inserted)} ORDER BY place`,
    },
    update: {
      fields: [...keys, ...changed].map(({ property }) => property),
      sql: `UPDATE ${tablePath} AS kept
        SET ${changed.map(({ name, field }) => `${name} = given.${field}`).join(', ')}
        FROM ${given([...keys, ...changed])}
        WHERE ${keys.map(({ name, field }) => `kept.${name} = given.${field}`).join(' AND ')}`,
    },
  };
}
