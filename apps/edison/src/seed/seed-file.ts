import { readFile } from 'node:fs/promises';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';

/** A file to take over does not hold what it should. Names the file, the row and the fields, never a value. */
export class SeedFileError extends Error {
  override readonly name = 'SeedFileError';
}

/**
 * Reads a JSON list and checks every row.
 * @throws SeedFileError
 */
export async function readSeedFile<T extends object>(path: string, Row: new () => T): Promise<T[]> {
  const rows: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (!Array.isArray(rows)) throw new SeedFileError(`${path}: a list was expected`);
  return Promise.all(
    rows.map(async (plain: unknown, index) => {
      const row = plainToInstance(Row, plain);
      const faults = await validate(row, {
        whitelist: true,
        forbidNonWhitelisted: true,
        forbidUnknownValues: true,
      });
      const fields = faults.map(({ property }) => property).join(', ');
      if (faults.length > 0) throw new SeedFileError(`${path}: row ${index + 1}, wrong: ${fields}`);
      return row;
    }),
  );
}
