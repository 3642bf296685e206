import { types } from 'node:util';

const LONGEST = 200;

/**
 * Tells why something failed without telling about whom: error class, code and a message in which quoted
 * parts, mail addresses and numbers are left out, since they may come from the data. Control characters, which
 * strangers may answer with, are left out, too: PostgreSQL takes no NUL in a text.
 */
export function failureReason(error: unknown): string {
  if (!types.isNativeError(error))
    return typeof error === 'string' ? withoutValues(error) : 'unknown failure';
  const code = 'code' in error && typeof error.code === 'string' ? ` [${error.code}]` : '';
  return `${error.name}${code}: ${withoutValues(error.message)}`.slice(0, LONGEST);
}

function withoutValues(message: string): string {
  return message
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, '‹…›')
    .replace(/\S+@\S+/g, '‹…›')
    .replace(/\+?\d[\d\s./-]{4,}\d/g, '‹…›')
    .slice(0, LONGEST);
}
