import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inboxRoutes } from '../../../deploy/local/mail-catcher/inbox.routes.js';
import { MailStore, type CaughtMail } from '../../../deploy/local/mail-catcher/mail-store.js';
import { smtpListener } from '../../../deploy/local/mail-catcher/smtp-listener.js';
import type { TakenMail } from './system-under-faults.js';

/** Forgets nothing, unlike the catcher of the local system, and outlives what is killed. */
class EveryMail extends MailStore {
  readonly taken: TakenMail[] = [];

  override add(mail: CaughtMail): void {
    const { to, subject, messageId } = mail;
    this.taken.push({ to, subject, messageId });
    super.add(mail);
  }
}

const NO_REPORTS = { about: () => undefined };

/** A mail server that takes everything, and tells by Message-ID what it took. */
export class MailServer {
  private readonly store = new EveryMail();
  private readonly server = smtpListener(this.store, NO_REPORTS);
  private readonly lookUps = createServer(inboxRoutes(this.store));

  get mails(): TakenMail[] {
    return this.store.taken;
  }

  async listen(): Promise<number> {
    // Connections are broken on purpose.
    this.server.on('error', () => undefined);
    this.server.listen(0, '127.0.0.1');
    await once(this.server.server, 'listening');
    this.lookUps.listen(0, '127.0.0.1');
    await once(this.lookUps, 'listening');
    return (this.server.server.address() as AddressInfo).port;
  }

  /** Where it tells what it took, once it listens. */
  get lookUpPort(): number {
    return (this.lookUps.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
    this.lookUps.close();
    this.lookUps.closeAllConnections();
  }
}
