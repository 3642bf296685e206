import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { MailStore, type CaughtMail } from '../../../deploy/local/mail-catcher/mail-store.js';
import { smtpListener } from '../../../deploy/local/mail-catcher/smtp-listener.js';
import type { TakenMail } from './system-under-faults.js';

/** Forgets nothing, unlike the catcher of the local system, and outlives what is killed. */
class EveryMail extends MailStore {
  readonly taken: TakenMail[] = [];

  override add({ to, subject, messageId }: CaughtMail): void {
    this.taken.push({ to, subject, messageId });
  }
}

/** A mail server that takes everything. */
export class MailServer {
  private readonly store = new EveryMail();
  private readonly server = smtpListener(this.store);

  get mails(): TakenMail[] {
    return this.store.taken;
  }

  async listen(): Promise<number> {
    // Connections are broken on purpose.
    this.server.on('error', () => undefined);
    this.server.listen(0, '127.0.0.1');
    await once(this.server.server, 'listening');
    return (this.server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
