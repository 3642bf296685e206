import { createServer, type Server } from 'node:http';
import type { MailServer } from './mail-server.js';

/** Tells by Message-ID what mail servers took, as providers do over HTTP. */
export class LookupServer {
  url = '';
  asked = 0;
  /** Status to answer with; 0 tells. */
  failWith = 0;
  private server: Server | undefined;

  constructor(private readonly mailServers: MailServer[]) {}

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      this.asked += 1;
      const wanted = new URL(request.url ?? '/', 'http://lookup').searchParams.get('id');
      const found = this.mailServers
        .flatMap(({ mails }) => mails)
        .filter(({ messageId }) => messageId === `<${wanted}>`);
      response
        .writeHead(this.failWith || 200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ found: found.map(({ messageId }) => messageId) }));
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address !== null)
      this.url = `http://127.0.0.1:${address.port}/mails?id={messageId}`;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server?.close(resolve));
  }
}
