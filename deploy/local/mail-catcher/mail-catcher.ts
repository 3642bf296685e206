import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inboxRoutes } from './inbox.routes.js';
import type { MailCatcherConfig } from './mail-catcher.config.js';
import { SmtpDeliveryReports } from './delivery-reports.js';
import { MailStore } from './mail-store.js';
import { smtpListener } from './smtp-listener.js';

export interface RunningMailCatcher {
  smtpPort: number;
  httpPort: number;
  stop(): Promise<void>;
}

/** An SMTP server that keeps what it is given, with a web inbox beside it. */
export async function startMailCatcher(config: MailCatcherConfig): Promise<RunningMailCatcher> {
  const store = new MailStore();
  const reports = new SmtpDeliveryReports(config);
  const smtp = smtpListener(store, reports);
  const http = createServer(inboxRoutes(store));
  smtp.listen(config.MAIL_SMTP_PORT, config.HOST);
  await once(smtp.server, 'listening');
  try {
    http.listen(config.MAIL_HTTP_PORT, config.HOST);
    await once(http, 'listening');
  } catch (error) {
    await new Promise<void>((resolve) => smtp.close(resolve));
    throw error;
  }
  return {
    smtpPort: portOf(smtp.server),
    httpPort: portOf(http),
    stop: async () => {
      reports.stop();
      await new Promise<void>((resolve) => smtp.close(resolve));
      http.close();
      http.closeAllConnections();
      await once(http, 'close');
    },
  };
}

function portOf(server: Pick<Server, 'address'>): number {
  return (server.address() as AddressInfo).port;
}
