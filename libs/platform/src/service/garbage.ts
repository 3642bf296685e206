import { randomBytes } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { errorCode } from '../failure/error-code.js';
import { problemDetails } from '../problem/problem-details.js';
import { BARE_HEADERS } from './bare-headers.js';

const STATUS_OF: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

const HEADER_LINES = Object.entries(BARE_HEADERS)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('');

/** Answers bytes that are no HTTP request; there is no request or reply yet, only the connection. */
export function answerGarbage(error: Error, socket: Socket): void {
  if (errorCode(error) === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = STATUS_OF[errorCode(error) ?? ''] ?? 400;
  const traceId = randomBytes(16).toString('hex');
  const body = JSON.stringify(problemDetails(error, status, { language: 'nl', instance: '/', traceId }));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
      `${HEADER_LINES}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
