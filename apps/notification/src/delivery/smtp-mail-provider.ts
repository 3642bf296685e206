import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { NotificationConfig } from '../notification.config.js';
import { MailProvider, type OutgoingMail } from './mail-provider.js';
import { refusalOf } from './smtp-refusal.js';

const PATIENCE_MS = 10_000;

/** Hands mails to an SMTP relay. */
@Injectable()
export class SmtpMailProvider extends MailProvider implements OnApplicationShutdown {
  private readonly transport;

  constructor(private readonly config: NotificationConfig) {
    super();
    this.transport = createTransport({
      host: config.SMTP_HOST,
      port: config.SMTP_PORT,
      secure: config.SMTP_PORT === 465,
      pool: true,
      maxConnections: 3,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      // A mail holds our words only; nothing may make the client read a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async handOver(mail: OutgoingMail): Promise<void> {
    try {
      await this.transport.sendMail({
        from: { name: 'Opgroeipunt', address: this.config.MAIL_FROM },
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: mail.messageId,
        // RFC 3834: nobody's out-of-office should answer an automatic mail.
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
