import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { DeliveryReports } from './delivery-reports.js';
import type { MailStore } from './mail-store.js';

const LARGEST_MAIL = 25 * 1024 * 1024;

/** Takes every mail offered, from anyone to anyone, and passes none on; what became of it may be reported back. */
export function smtpListener(store: MailStore, reports: DeliveryReports): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    // Local traffic only: a self-made certificate would merely make senders stumble.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    onData: (stream, session, done) => {
      void (async () => {
        const mail = await PostalMime.parse(await buffer(stream));
        if (stream.sizeExceeded) throw Object.assign(new Error('Message too large'), { responseCode: 552 });
        for (const { address } of session.envelope.rcptTo) {
          store.add({
            id: randomUUID(),
            to: address,
            subject: mail.subject ?? '',
            text: mail.text ?? '',
            html: mail.html ?? '',
            receivedAt: new Date().toISOString(),
            messageId: mail.messageId ?? '',
          });
          const sender = session.envelope.mailFrom;
          if (sender !== false) reports.about({ sender: sender.address, recipient: address });
        }
      })().then(() => done(), done);
    },
  });
}
