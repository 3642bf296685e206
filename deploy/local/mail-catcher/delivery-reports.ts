import { setTimeout as pause } from 'node:timers/promises';
import { createTransport, type Transporter } from 'nodemailer';
import { deliveryReport, fateOf } from './delivery-report.js';
import type { MailCatcherConfig } from './mail-catcher.config.js';

const TRIES = 30;
const PAUSE_MS = 1_000;

/** A mail as its envelope says. */
export interface TakenEnvelope {
  sender: string;
  recipient: string;
}

/** Tells senders what became of a mail, for addresses that ask for it. */
export interface DeliveryReports {
  about(envelope: TakenEnvelope): void;
}

/** Reports by SMTP, as a mail system does: with an empty sender, and again when the receiver is not ready. */
export class SmtpDeliveryReports implements DeliveryReports {
  private readonly transport: Transporter;
  private readonly stopped = new AbortController();

  constructor(private readonly config: MailCatcherConfig) {
    this.transport = createTransport({
      host: config.MAIL_BOUNCE_HOST,
      port: config.MAIL_BOUNCE_PORT,
      secure: false,
      ignoreTLS: true,
    });
  }

  about({ sender, recipient }: TakenEnvelope): void {
    const { MAIL_BOUNCE_DOMAIN, MAIL_BOUNCE_PORT } = this.config;
    const isAsked = recipient.toLowerCase().endsWith(`@${MAIL_BOUNCE_DOMAIN}`);
    if (MAIL_BOUNCE_PORT === 0 || !isAsked || sender === '') return;
    const raw = deliveryReport({ sender, recipient, fate: fateOf(recipient) });
    void this.deliver({ from: false, to: sender }, raw);
  }

  stop(): void {
    this.stopped.abort();
    this.transport.close();
  }

  private async deliver(envelope: { from: false; to: string }, raw: string): Promise<void> {
    for (let tried = 0; tried < TRIES && !this.stopped.signal.aborted; tried += 1) {
      try {
        await this.transport.sendMail({ envelope, raw });
        return;
      } catch (error) {
        if (isFinal(error)) return;
        await pause(PAUSE_MS, undefined, { signal: this.stopped.signal }).catch(() => undefined);
      }
    }
  }
}

const isFinal = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && Number(Reflect.get(error, 'responseCode')) >= 500;
