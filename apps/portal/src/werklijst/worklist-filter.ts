import { CASE_STATUSES, LEVELS, QUEUES } from '#contracts';

/** What the list is narrowed to; '' is no limit. */
export interface WorklistFilter {
  queue: string;
  level: string;
  status: string;
  assignee: string;
  q: string;
  cursor: string;
}

const CURSOR = /^[\w=-]{0,500}$/;
const USERNAME = /^[\w.@-]{0,100}$/;

const oneOf = (values: readonly string[], given: string): string => (values.includes(given) ? given : '');
const textOf = (query: unknown, name: string): string => {
  const value: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, name) : undefined;
  return typeof value === 'string' ? value.trim() : '';
};

/** Reads the filter from an address; what makes no sense there is no filter rather than an error. */
export function readFilter(query: unknown): WorklistFilter {
  const assignee = textOf(query, 'assignee');
  const cursor = textOf(query, 'cursor');
  return {
    queue: oneOf(QUEUES, textOf(query, 'queue')),
    level: oneOf(LEVELS, textOf(query, 'level')),
    status: oneOf(CASE_STATUSES, textOf(query, 'status')),
    assignee: USERNAME.test(assignee) ? assignee : '',
    q: textOf(query, 'q').slice(0, 200),
    cursor: CURSOR.test(cursor) ? cursor : '',
  };
}

/** The same filter as a query; '' when there is none. */
export function worklistQuery(filter: WorklistFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

export const isNarrowed = ({ cursor: _cursor, ...limits }: WorklistFilter): boolean =>
  Object.values(limits).some((value) => value !== '');
