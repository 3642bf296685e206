import type { SmtpServer } from './smtp-servers.js';
import { SmtpSession } from './smtp-session.js';

/** Short, so that a server which went away without a word is not taken for one that is there. */
const IDLE_MS = 2_000;
const MOST_IDLE = 8;
/** Some servers end a connection after a number of mails; this stays below what is usual. */
const MOST_MAILS = 50;

/**
 * Connections to one server that a mail has just left by and that the next may take, one mail at a time: opening one,
 * with its encryption and login, costs more than the mail. Nobody waits for a connection: when none is idle, the mail
 * opens its own.
 */
export class SmtpSessions {
  private readonly idle = new Map<SmtpSession, NodeJS.Timeout>();
  private isClosed = false;

  constructor(private readonly server: SmtpServer) {}

  /** One that a mail has just left by, if there is any. */
  reuse(): SmtpSession | undefined {
    for (const session of [...this.idle.keys()].toReversed()) {
      this.forget(session);
      if (session.isOpen) return session;
    }
    return undefined;
  }

  make(answerWithinMs: number): SmtpSession {
    return new SmtpSession(this.server, answerWithinMs);
  }

  /** Takes one back whose mail was taken, and that is between two mails. */
  keep(session: SmtpSession): void {
    if (!session.isOpen) return;
    if (this.isClosed || this.idle.size >= MOST_IDLE || session.taken >= MOST_MAILS) return session.quit();
    const timer = setTimeout(() => {
      this.forget(session);
      session.quit();
    }, IDLE_MS);
    this.idle.set(session, timer);
  }

  /** Ends what is idle, and what comes back from now on. */
  close(): void {
    this.isClosed = true;
    for (const session of [...this.idle.keys()]) {
      this.forget(session);
      session.quit();
    }
  }

  private forget(session: SmtpSession): void {
    clearTimeout(this.idle.get(session));
    this.idle.delete(session);
  }
}
