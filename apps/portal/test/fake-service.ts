import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** An answer of a stand-in for a service behind the portal, by "METHOD /path". */
export type Answer = (
  request: IncomingMessage,
  body: unknown,
) => { status: number; body: unknown; headers?: Record<string, string> };

export interface FakeService {
  url: string;
  /** What was sent to it, oldest first. */
  requests: { route: string; headers: IncomingMessage['headers']; body: unknown }[];
  answer(route: string, answer: Answer): void;
  stop(): Promise<void>;
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

/** Stands in for intake or triage over real HTTP, where only the portal is under test. */
export async function fakeService(): Promise<FakeService> {
  const answers = new Map<string, Answer>();
  const requests: FakeService['requests'] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const route = `${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`;
    const sent = await text(request);
    const body: unknown = sent === '' ? undefined : JSON.parse(sent);
    requests.push({ route: `${request.method ?? ''} ${request.url ?? ''}`, headers: request.headers, body });
    const answer = answers.get(route)?.(request, body) ?? { status: 404, body: {} };
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body));
  };
  const server = createServer((request, response) => void handle(request, response));
  const url = await listening(server);
  return {
    url,
    requests,
    answer: (route, answer) => answers.set(route, answer),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
