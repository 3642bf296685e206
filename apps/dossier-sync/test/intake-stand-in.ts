import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CodedMelding } from '#contracts';

const PAGE = 3;

/** Answers what was accepted as intake does, in small pages. */
export class IntakeStandIn {
  private readonly accepted = new Map<string, CodedMelding>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<IntakeStandIn> {
    const server = createServer();
    const intake = new IntakeStandIn(server);
    server.on('request', (request, response) =>
      intake.answer(new URL(request.url ?? '/', 'http://intake').searchParams, response),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return intake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  accept(melding: CodedMelding): void {
    this.accepted.set(melding.meldingId, melding);
  }

  forget(meldingId: string): void {
    this.accepted.delete(meldingId);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(query: URLSearchParams, response: ServerResponse): void {
    const [from, until, after] = ['receivedFrom', 'receivedUntil', 'cursor'].map(
      (name) => query.get(name) ?? '',
    );
    const found = [...this.accepted.values()]
      .filter(
        ({ meldingId, receivedAt }) =>
          meldingId > String(after) && receivedAt >= String(from) && receivedAt < String(until),
      )
      .sort((one, other) => (one.meldingId < other.meldingId ? -1 : 1));
    const page = found.slice(0, PAGE);
    const nextCursor = found.length > PAGE ? page.at(-1)?.meldingId : null;
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ items: page.map(listing), nextCursor }));
  }
}

const listing = ({
  meldingId,
  reference,
  kind,
  receivedAt,
  factDate,
  locationIds,
  themes,
}: CodedMelding) => ({
  meldingId,
  reference,
  kind,
  receivedAt,
  acceptedAt: receivedAt,
  factDate,
  locationIds,
  themes,
});
