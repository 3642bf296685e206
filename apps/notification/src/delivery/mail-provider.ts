import type { RenderedMail } from '../templates/template.js';

export const PROVIDER_NAMES = ['FIRST', 'SECOND'] as const;
export type ProviderName = (typeof PROVIDER_NAMES)[number];

/** What the mail systems on the way are asked to report to the return path (RFC 3461 4.1). */
export type ReportKind = 'FAILURE' | 'DELAY' | 'SUCCESS';

export interface OutgoingMail extends RenderedMail {
  to: string;
  /** Stays the same however often the message is tried, so that a mail server can see a repetition. */
  messageId: string;
  /** Envelope sender: where a bounce of this one message goes. */
  returnPath: string;
  reports: ReportKind[];
  /** How long the provider may be silent, in milliseconds, before the connection is given up. */
  answerWithinMs: number;
}

/** Takes mails over; what is behind it can be swapped. */
export abstract class MailProvider {
  abstract readonly name: ProviderName;

  /**
   * Hands a mail over; when it returns, the provider has taken responsibility for it.
   * @param dataBegins awaited when the provider is ready for the content and before its first byte leaves: from then
   *   on only the provider knows whether it has the mail. When it throws, nothing is sent.
   * @throws RefusedMail when it will never take it, NotTaken when it certainly has not taken it,
   *   MaybeTaken when nobody on this side knows
   */
  abstract handOver(mail: OutgoingMail, dataBegins: () => Promise<void>): Promise<void>;

  /** Ends connections that no mail is using; the process is about to end. */
  abstract close(): void;
}

/** The provider said a final no. */
export class RefusedMail extends Error {
  override readonly name = 'RefusedMail';
  constructor(
    readonly reason: 'ADDRESS_REFUSED' | 'PROVIDER_REFUSED',
    readonly smtpStatus: string | null,
  ) {
    super(`${reason} ${smtpStatus ?? ''}`.trim());
  }
}

/** The provider has not taken the mail, for sure: it may be offered again, also to another provider. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
  constructor(
    /** Whether it lies with the provider as a whole or may be about this mail. */
    readonly liesWith: 'PROVIDER' | 'MAIL',
    readonly smtpStatus: string | null,
    options?: ErrorOptions,
  ) {
    super(`not taken ${smtpStatus ?? ''}`.trim(), options);
  }
}

/** The answer to the content was lost: the provider may have the mail (RFC 5321 6.1, RFC 1047). */
export class MaybeTaken extends Error {
  override readonly name = 'MaybeTaken';
  readonly smtpStatus = null;
  constructor(
    readonly provider: ProviderName,
    options?: ErrorOptions,
  ) {
    super('the answer of the mail provider was lost', options);
  }
}
