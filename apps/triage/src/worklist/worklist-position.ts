import { decodeCursor, encodeCursor, ProblemException } from '#platform';
import { isISO8601, isUUID } from 'class-validator';

/** Place of a case in the order of a worklist: urgency, then due time, then id. */
export interface WorklistPosition {
  urgency: number;
  dueAt: string;
  id: string;
}

export const cursorOf = ({ urgency, dueAt, id }: WorklistPosition): string =>
  encodeCursor([urgency, dueAt, id]);

/** @throws ProblemException 400 for a cursor of another list */
export function positionOf(cursor: string): WorklistPosition {
  const [urgency, dueAt, id, ...rest] = listOf(decodeCursor<unknown>(cursor));
  if (rest.length === 0 && typeof urgency === 'number' && isISO8601(dueAt) && isUUID(id)) {
    return { urgency, dueAt: String(dueAt), id: String(id) };
  }
  throw new ProblemException(400, {
    code: 'INVALID_CURSOR',
    detail: {
      nl: 'Deze bladwijzer (cursor) hoort niet bij deze lijst. Begin opnieuw bij de eerste bladzijde.',
      en: 'This cursor does not belong to this list. Begin again at the first page.',
      fr: 'Ce signet (cursor) ne correspond pas à cette liste. Recommencez à la première page.',
    },
  });
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
