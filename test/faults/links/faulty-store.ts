import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { StoreFault } from '../plan/fault.js';

/** Longer than a caller waits for an answer (`EDISON_TIMEOUT_MS`). */
const LATE_MS = 6_000;
/** In which a newer registration may overtake one that was held back. */
const HELD_BACK_MS = 2_500;
/** Answers wait for each other this long before they go out in reverse order. */
const GATHERED_MS = 800;

interface Answer {
  status: number;
  body: string;
}

/** Stands before the real store and does to registrations what the plan asks; what it hears from the store it notes. */
export class FaultyStore {
  private fault: StoreFault | undefined;
  private readonly server: Server;
  /** The last question about each melding: the order in which the store answers is the order that is noted. */
  private readonly turns = new Map<string, Promise<unknown>>();
  private readonly heldBack = new Set<Promise<unknown>>();
  private readonly gathered: (() => void)[] = [];
  /** Version in each answer of the store about a melding, in the order of the answers. */
  readonly versions = new Map<string, number[]>();

  constructor(private readonly real: string) {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
  }

  async listen(): Promise<number> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  break(fault: StoreFault): void {
    this.fault = fault;
  }

  mend(): void {
    this.fault = undefined;
  }

  /** Ends when the store has heard everything that was held back. */
  async hasHeardAll(): Promise<void> {
    await Promise.allSettled(this.heldBack);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const meldingId = request.url?.split('/').at(-1) ?? '';
    switch (request.method === 'PUT' ? this.fault : undefined) {
      case 'ANSWERS_503':
        return send(response, { status: 503, body: '{}' });
      case 'ANSWERS_422':
        return send(response, { status: 422, body: '{"code":"UNKNOWN_LOCATION"}' });
      case 'ANSWERS_NONSENSE':
        return send(response, { status: 200, body: '<html>Welkom' });
      case 'ANSWERS_200_WITHOUT_STORING':
        return send(response, { status: 200, body: JSON.stringify({ meldingId, version: 1 }) });
      case 'CLAIMS_TO_HAVE_STORED':
        return send(response, { status: 200, body: JSON.stringify(claim(meldingId)) });
      case 'STORES_AND_NEVER_ANSWERS':
        await this.ask(request, body);
        return;
      case 'STORES_AND_ANSWERS_LATE': {
        const late = await this.ask(request, body);
        setTimeout(() => send(response, late), LATE_MS).unref();
        return;
      }
      case 'IS_TOLD_TWICE':
        await this.ask(request, body);
        return send(response, await this.ask(request, body));
      case 'HEARS_LATE':
        this.holdBack(request, body);
        return send(response, { status: 504, body: '{}' });
      case 'ANSWERS_OUT_OF_ORDER': {
        const answer = await this.ask(request, body);
        return this.gather(() => send(response, answer));
      }
      case undefined:
        return send(response, await this.ask(request, body));
    }
  }

  /** The caller was told that it failed, tries again, and changes it: only then does the first one arrive. */
  private holdBack(request: IncomingMessage, body: Buffer): void {
    const late = pause(HELD_BACK_MS).then(() => this.ask(request, body));
    this.heldBack.add(late);
    late.catch(() => undefined).finally(() => this.heldBack.delete(late));
  }

  private gather(answer: () => void): void {
    if (this.gathered.length === 0)
      setTimeout(() => {
        for (const waiting of this.gathered.splice(0).reverse()) waiting();
      }, GATHERED_MS);
    this.gathered.push(answer);
  }

  private ask(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const url = request.url ?? '/';
    const before = this.turns.get(url) ?? Promise.resolve();
    const answer = before.then(() => this.askNow(request, body));
    const settled = answer
      .catch(() => undefined)
      .finally(() => {
        if (this.turns.get(url) === settled) this.turns.delete(url);
      });
    this.turns.set(url, settled);
    return answer;
  }

  private async askNow(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const headers: Record<string, string> = {};
    for (const name of ['authorization', 'content-type', 'if-match', 'traceparent']) {
      const value = request.headers[name];
      if (typeof value === 'string') headers[name] = value;
    }
    const { method = 'GET', url = '/' } = request;
    const answer = await fetch(`${this.real}${url}`, {
      method,
      headers,
      body: body.length === 0 ? null : new Uint8Array(body),
    });
    const text = await answer.text();
    if (method === 'PUT' && answer.ok) this.note(text);
    return { status: answer.status, body: text };
  }

  private note(text: string): void {
    const { meldingId, version } = JSON.parse(text) as { meldingId: string; version: number };
    this.versions.set(meldingId, [...(this.versions.get(meldingId) ?? []), version]);
  }
}

/** An answer that nobody can tell from a true one: only comparing with the store later finds it out. */
function claim(meldingId: string): object {
  return { meldingId, dossierNumber: `EDS-LOST-${meldingId.slice(-12)}`, zaakNumber: null, version: 1 };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}
