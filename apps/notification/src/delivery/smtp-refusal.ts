import { RefusedMail } from './mail-provider.js';

interface SmtpError {
  code?: unknown;
  responseCode?: unknown;
}

/**
 * Reads an error of the SMTP client: a 5xx on envelope or content is final (RFC 5321 4.2.1); all else, a broken
 * connection or refused login included, says nothing about this mail and is tried again.
 * @returns the final refusal, or undefined when a later try may succeed
 */
export function refusalOf(error: unknown): RefusedMail | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, responseCode } = error as SmtpError;
  if (typeof responseCode !== 'number' || responseCode < 500) return undefined;
  if (code === 'EENVELOPE') return new RefusedMail('ADDRESS_REFUSED', String(responseCode));
  if (code === 'EMESSAGE') return new RefusedMail('PROVIDER_REFUSED', String(responseCode));
  return undefined;
}

/** SMTP status of an error, for the delivery log. */
export function smtpStatusOf(error: unknown): string | null {
  if (error instanceof RefusedMail) return error.smtpStatus;
  const status = typeof error === 'object' && error !== null ? (error as SmtpError).responseCode : undefined;
  return typeof status === 'number' ? String(status) : null;
}
