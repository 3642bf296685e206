import { MaybeTaken, NotTaken, RefusedMail, type ProviderName } from './mail-provider.js';

interface SmtpError {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
}

/** How far a hand-over had come when it failed. */
export interface HandOverStage {
  provider: ProviderName;
  contentBegun: boolean;
}

/**
 * What an error of the SMTP client says about the mail. Before the first byte of content nothing can have been taken.
 * After it only an answer to the content is certain (RFC 5321 4.2.1, 6.1): 4xx and 5xx mean not taken, anything else
 * (connection lost, time-out, an answer cut off) leaves it open. A 5xx about recipient or content is final.
 */
export function failureOf(error: unknown, { provider, contentBegun }: HandOverStage): Error {
  const { code, command, responseCode } = (
    typeof error === 'object' && error !== null ? error : {}
  ) as SmtpError;
  const status = typeof responseCode === 'number' ? responseCode : null;
  const answer = status === null ? null : String(status);
  const cause = { cause: error };
  if (contentBegun) {
    if (code !== 'EMESSAGE' || status === null) return new MaybeTaken(provider, cause);
    return status >= 500
      ? new RefusedMail('PROVIDER_REFUSED', answer)
      : new NotTaken('PROVIDER', answer, cause);
  }
  // An address that no SMTP command can hold, or a mail larger than the server says it takes.
  if (code === 'EENVELOPE' && command === 'API') return new RefusedMail('ADDRESS_REFUSED', answer);
  if (code === 'EMESSAGE') return new RefusedMail('PROVIDER_REFUSED', answer);
  if (code === 'EENVELOPE' && command === 'RCPT TO') {
    return (status ?? 0) >= 500
      ? new RefusedMail('ADDRESS_REFUSED', answer)
      : new NotTaken('MAIL', answer, cause);
  }
  return new NotTaken('PROVIDER', answer, cause);
}
