import { createServer, type Server } from 'node:http';

/** Answers as intake does to `GET /api/v1/meldingen/{id}/contact`. */
export class ContactServer {
  private readonly contacts = new Map<string, object>();
  private server: Server | undefined;
  url = '';
  /** Status to answer instead of the contact; 0 answers the contact. */
  failWith = 0;

  knows(meldingId: string, contact: object): void {
    this.contacts.set(meldingId, contact);
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const contact = this.contacts.get(request.url?.split('/')[4] ?? '');
      const status = this.failWith || (contact === undefined ? 404 : 200);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(contact ?? {}));
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address !== null) this.url = `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server?.close(resolve));
  }
}
