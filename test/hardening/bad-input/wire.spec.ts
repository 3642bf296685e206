import { describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { addresses } from '../../system/system-under-test.js';
import { exchange } from '../asking/raw-exchange.js';
import { tablesChangedBy } from '../database/fingerprints.js';
import { meldingWith } from './melding-input.js';

const POST = 'POST /api/v1/meldingen HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const GET = 'GET /health/live HTTP/1.1\r\nHost: x\r\n';

/** Writes this much of a request and ends the connection. */
const hangUp = (bytes: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(addresses().intake);
    const socket = connect(Number(port), hostname, () => socket.write(bytes, () => socket.destroy()));
    socket.on('close', () => resolve());
    socket.on('error', reject);
  });

const REFUSED: [string, string, number][] = [
  ['no HTTP at all', '\u0016\u0003\u0001\u0002', 400],
  ['HTTP/2 without asking', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['bare line feeds', 'GET /health/live HTTP/1.1\nHost: x\n\n', 400],
  ['no host', 'GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['NUL in a header', `${GET}X-A: a\u0000b\r\n\r\n`, 400],
  ['a line break in a header', `${GET}X-A: a\rb\r\n\r\n`, 400],
  ['64 KB of headers', `${GET}X-A: ${'a'.repeat(65_536)}\r\n\r\n`, 431],
  ['a length and chunks', `${POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
  ['two lengths', `${POST}Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}   `, 400],
  ['a negative length', `${POST}Content-Length: -1\r\n\r\n`, 400],
  ['a chunk without a size', `${POST}Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n`, 400],
  [
    'a transfer coding that is not the last',
    `${POST}Transfer-Encoding: gzip\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    400,
  ],
  [
    'a transfer coding that we do not know',
    `${POST}Connection: close\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    400,
  ],
  ['an expectation', `${POST}Connection: close\r\nExpect: more\r\nContent-Length: 2\r\n\r\n{}`, 417],
];

describe('bytes that are no good request', () => {
  it.each(REFUSED)('%s', async (_what, bytes, status) => {
    const answer = await exchange(addresses().intake, bytes);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('application/problem+json');
    expect(answer.text).toMatch(/"traceId":"(?!0{32})[0-9a-f]{32}"/);
  });

  it('after an answer, the next request on the connection is read from its own start', async () => {
    const smuggled = `${POST}Content-Length: 2\r\n\r\n{}GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
    expect((await exchange(addresses().intake, smuggled)).status).toBe(400);
  });
});

describe('a client that hangs up in the middle of a body', () => {
  it('leaves nothing half-written, wherever it stops', async () => {
    const body = meldingWith({});
    const head = `${POST}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
    const stops = [0, 1, 40, body.length - 1];
    const changed = await tablesChangedBy(async () => {
      await Promise.all(stops.map((stop) => hangUp(`${head}${body.slice(0, stop)}`)));
    });
    expect(changed).toEqual([]);
  }, 120_000);
});

describe('clients that take their time', () => {
  const half = `${POST}Content-Length: 500\r\n\r\n{"kind":"MELDING","description":"`;

  it('are sent away in the end, and keep nothing half-written', async () => {
    const answers = await Promise.all([
      exchange(addresses().intake, half),
      exchange(addresses().intake, half, 'x'),
      exchange(addresses().intake, 'GET /health/live HTTP/1.1\r\nHost: x\r\n', 'X-A: b\r\n'),
    ]);
    for (const { status, isClosed } of answers) {
      expect(isClosed).toBe(true);
      expect([0, 408]).toContain(status);
    }
  }, 90_000);
});
