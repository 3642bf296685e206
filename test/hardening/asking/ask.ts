import { request, type IncomingHttpHeaders } from 'node:http';

export interface Question {
  base: string;
  method: string;
  /** As it goes over the line: odd paths must not be tidied up on the way. */
  path: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Longer than any service may take; what is not answered by then hangs. */
const PATIENCE_MS = 45_000;

/** Asks without any of the tidying, redirecting or decoding of `fetch`. @throws when no answer comes */
export function ask({ base, method, path, headers = {}, body }: Question): Promise<Answer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const asking = request({
      hostname,
      port,
      method,
      path,
      headers,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    asking.on('error', (error) => reject(new Error(`${method} ${path} got no answer`, { cause: error })));
    asking.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    asking.end(body);
  });
}

export const askJson = (question: Omit<Question, 'body'>, body: unknown): Promise<Answer> =>
  ask({
    ...question,
    headers: { 'content-type': 'application/json', ...question.headers },
    body: JSON.stringify(body),
  });
