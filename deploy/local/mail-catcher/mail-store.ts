/** A captured mail, once for each recipient. */
export interface CaughtMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  receivedAt: string;
  /** As the sender gave it; two mails with one Message-ID are one mail handed over twice. */
  messageId: string;
}

const KEPT = 5_000;

/** A Message-ID without its angle brackets. */
const bareId = (messageId: string): string => messageId.replace(/^<|>$/g, '');

/** Keeps the latest mails in memory: the catcher is a letter box for trying things out, not an archive. */
export class MailStore {
  private mails: CaughtMail[] = [];

  add(mail: CaughtMail): void {
    this.mails.push(mail);
    if (this.mails.length > KEPT) this.mails = this.mails.slice(-KEPT);
  }

  /** Oldest first; with an address only the mails to it, whatever its case. */
  list(to: string | null): CaughtMail[] {
    if (to === null) return this.mails;
    const address = to.toLowerCase();
    return this.mails.filter((mail) => mail.to.toLowerCase() === address);
  }

  /** By the Message-ID, with or without its angle brackets. */
  byMessageId(messageId: string): CaughtMail[] {
    const bare = bareId(messageId);
    return this.mails.filter((mail) => bareId(mail.messageId) === bare);
  }

  find(id: string): CaughtMail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }

  clear(): void {
    this.mails = [];
  }
}
