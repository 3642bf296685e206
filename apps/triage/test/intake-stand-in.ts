import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';

/** How the texts of the test are answered. */
export type TextBehaviour = 'ANSWERS' | 'ANSWERS_WITHOUT_TEXT' | 'FAILS' | 'HANGS';

export interface TextServer {
  url: string;
  /** What the melder wrote, by melding id. */
  texts: Map<string, string>;
  behaviour: TextBehaviour;
  /** How often a text was asked for. */
  asked: number;
  close(): Promise<void>;
}

const TEXT_PATH = /^\/api\/v1\/meldingen\/([0-9a-f-]+)\/text$/;

const TEXTS_PATH = '/api/v1/meldingen/texts';

async function answerSeveral(
  request: IncomingMessage,
  response: ServerResponse,
  texts: Map<string, string>,
): Promise<void> {
  const { ids } = (await json(request)) as { ids: string[] };
  const items = ids
    .filter((id) => texts.has(id))
    .map((id) => ({ id, description: texts.get(id), measuresTaken: null, desiredOutcome: null }));
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items }));
}

/** A real HTTP server that answers texts as intake does, or fails on purpose. */
export async function startTextServer(): Promise<TextServer> {
  const state: Omit<TextServer, 'url' | 'close'> = { texts: new Map(), behaviour: 'ANSWERS', asked: 0 };
  const server: Server = createServer((request, response) => {
    state.asked += 1;
    if (state.behaviour === 'ANSWERS' && request.url === TEXTS_PATH) {
      return void answerSeveral(request, response, state.texts);
    }
    const id = TEXT_PATH.exec(request.url ?? '')?.[1];
    const description = id === undefined ? undefined : state.texts.get(id);
    if (state.behaviour === 'HANGS') return;
    if (state.behaviour === 'FAILS') return void response.writeHead(500).end();
    if (description === undefined || !request.headers.authorization?.startsWith('Bearer ')) {
      return void response.writeHead(404).end();
    }
    if (state.behaviour === 'ANSWERS_WITHOUT_TEXT') {
      return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"description":null}');
    }
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ description, measuresTaken: null, desiredOutcome: null }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
