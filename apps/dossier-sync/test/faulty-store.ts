import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What the store does wrong with one registration. */
export type Fault =
  | 'ANSWERS_500'
  | 'ANSWERS_NEVER'
  | 'ANSWERS_200_WITHOUT_DOSSIER_NUMBER'
  | 'ANSWERS_ABOUT_ANOTHER_MELDING'
  | 'ANSWERS_HALF'
  | 'REFUSES'
  | 'HANGS_UP'
  | 'ANSWERS_A_PAGE'
  | 'ANSWERS_SLOWLY'
  | 'CLAIMS_TO_HAVE_REGISTERED'
  | 'REGISTERS_AND_ANSWERS_LATE'
  | 'REGISTERS_AND_ANSWERS_NEVER'
  | 'REGISTERS_LATE';

/** Within the time that dossier-sync waits, and beyond it. */
const SLOW_MS = 500;
const LATE_MS = 1_500;

/** An answer that nobody can tell from a true one. */
const claim = (meldingId: string) => ({
  meldingId,
  dossierNumber: `EDS-CLAIM-${meldingId.slice(-12)}`,
  zaakNumber: null,
  version: 1,
});

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

/** Stands before the real store and does to the next registrations what a test asks for; then lets them through. */
export class FaultyStore {
  private readonly faults: Fault[] = [];
  private away = false;
  private heldBack: (() => Promise<void>)[] = [];
  readonly registrations: string[] = [];

  private constructor(
    private readonly server: Server,
    private readonly realUrl: string,
  ) {}

  static async before(realUrl: string): Promise<FaultyStore> {
    const server = createServer();
    const store = new FaultyStore(server, realUrl);
    server.on('request', (request, response) => void store.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return store;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  next(...faults: Fault[]): void {
    this.faults.push(...faults);
  }

  goAway(): void {
    this.away = true;
  }

  comeBack(): void {
    this.away = false;
  }

  /** Hands the real store what was under way all the time (`REGISTERS_LATE`). */
  async deliverHeldBack(): Promise<void> {
    const held = this.heldBack;
    this.heldBack = [];
    for (const deliver of held) await deliver();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.away) return void request.socket.destroy();
    const isRegistration = request.method === 'PUT';
    if (isRegistration) this.registrations.push(request.url ?? '');
    const fault = isRegistration ? this.faults.shift() : undefined;
    switch (fault) {
      case 'ANSWERS_500':
        return json(response, 500, {});
      case 'ANSWERS_NEVER':
        return;
      case 'ANSWERS_200_WITHOUT_DOSSIER_NUMBER':
        return json(response, 200, { meldingId: request.url?.split('/').at(-1), version: 1 });
      case 'ANSWERS_ABOUT_ANOTHER_MELDING':
        return json(response, 200, { meldingId: 'x', dossierNumber: 'EDS-00000001-96', version: 1 });
      case 'ANSWERS_A_PAGE':
        response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Even geduld</h1>');
        return;
      case 'ANSWERS_SLOWLY':
        await pause(SLOW_MS);
        return this.pass(request, response);
      case 'CLAIMS_TO_HAVE_REGISTERED':
        return json(response, 201, claim(request.url?.split('/').at(-1) ?? ''));
      case 'ANSWERS_HALF':
        response.writeHead(200, { 'content-type': 'application/json' }).write('{"meldingId":');
        return;
      case 'REFUSES':
        return json(response, 422, { code: 'UNKNOWN_LOCATION', status: 422 });
      case 'HANGS_UP':
        return void request.socket.destroy();
      case 'REGISTERS_AND_ANSWERS_LATE': {
        const answer = await this.real(request);
        await pause(LATE_MS);
        return json(response, answer.status, await answer.json());
      }
      case 'REGISTERS_LATE': {
        const late = await this.taken(request);
        this.heldBack.push(async () => void (await late()));
        return;
      }
      case 'REGISTERS_AND_ANSWERS_NEVER':
        await this.real(request);
        return;
      case undefined:
        return this.pass(request, response);
    }
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await this.real(request);
    const body = await answer.text();
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(body);
  }

  private async real(request: IncomingMessage): Promise<Response> {
    return (await this.taken(request))();
  }

  /** Reads a request to the end, to be sent on now or later. */
  private async taken(request: IncomingMessage): Promise<() => Promise<Response>> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers: Record<string, string> = {};
    for (const name of ['authorization', 'content-type', 'if-match']) {
      const value = request.headers[name];
      if (typeof value === 'string') headers[name] = value;
    }
    const { method = 'GET' } = request;
    const body = chunks.length === 0 ? null : Buffer.concat(chunks);
    return () => fetch(`${this.realUrl}${request.url}`, { method, headers, body });
  }
}
