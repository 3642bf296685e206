import { createHash } from 'node:crypto';
import { ProblemException } from '../problem/problem.exception.js';

const CHECK_BYTES = 6;

const checkOf = (json: Buffer): Buffer => createHash('sha256').update(json).digest().subarray(0, CHECK_BYTES);

const invalidCursor = (): ProblemException =>
  new ProblemException(400, {
    code: 'INVALID_CURSOR',
    detail: {
      nl: 'Deze bladwijzer (cursor) klopt niet. Begin opnieuw bij de eerste bladzijde.',
      en: 'This cursor is not right. Begin again at the first page.',
      fr: "Ce signet (cursor) n'est pas correct. Recommencez à la première page.",
    },
    errors: [
      {
        pointer: '/cursor',
        code: 'INVALID_CURSOR',
        message: {
          nl: 'Deze bladwijzer klopt niet.',
          en: 'This cursor is not right.',
          fr: "Ce signet n'est pas correct.",
        },
      },
    ],
  });

/** Packs the position of the last row shown into an opaque text for `nextCursor`. */
export function encodeCursor(value: unknown): string {
  const json = Buffer.from(JSON.stringify(value));
  return Buffer.concat([checkOf(json), json]).toString('base64url');
}

/**
 * Reads a cursor back. The check sum catches damage; it is no secret, so still pass the values to the
 * database as parameters of the right type.
 * @throws ProblemException 400 when it was not made by `encodeCursor`
 */
export function decodeCursor<T>(cursor: string): T {
  const bytes = Buffer.from(cursor, 'base64url');
  const json = bytes.subarray(CHECK_BYTES);
  if (bytes.toString('base64url') !== cursor || !checkOf(json).equals(bytes.subarray(0, CHECK_BYTES))) {
    throw invalidCursor();
  }
  return JSON.parse(json.toString('utf8')) as T;
}

/**
 * Reads a cursor back and makes sure that it is a position of this list: one of another list is refused too,
 * before it reaches the database.
 * @throws ProblemException 400
 */
export function positionIn<T>(cursor: string, fits: (value: unknown) => value is T): T {
  const position = decodeCursor<unknown>(cursor);
  if (!fits(position)) throw invalidCursor();
  return position;
}

/** Position in a list that is ordered by id alone. */
export const isIdPosition = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
