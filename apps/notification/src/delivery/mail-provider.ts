import type { RenderedMail } from '../templates/template.js';

export interface OutgoingMail extends RenderedMail {
  to: string;
  /** Stays the same however often the message is tried, so that a mail server can see a repetition. */
  messageId: string;
}

/** Takes mails over; what is behind it can be swapped. */
export abstract class MailProvider {
  /**
   * Hands a mail over; when it returns, the provider has taken responsibility for it.
   * @throws RefusedMail when it will never take it, any other error when it may later
   */
  abstract handOver(mail: OutgoingMail): Promise<void>;
}

/** The provider said a final no. */
export class RefusedMail extends Error {
  override readonly name = 'RefusedMail';
  constructor(
    readonly reason: 'ADDRESS_REFUSED' | 'PROVIDER_REFUSED',
    readonly smtpStatus: string,
  ) {
    super(`${reason} ${smtpStatus}`);
  }
}
