import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { DataSource } from 'typeorm';
import { ServiceConfig } from '../configuration/service-config.js';
import { dataSourceOptions } from './data-source.js';

/** Messages of the protocol of PostgreSQL, version 3 (documentation, chapter 54.7). */
function message(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
}
const LET_IN = message('R', Buffer.alloc(4));
const READY = message('Z', Buffer.from('I'));
const ENDED = message(
  'E',
  Buffer.from('SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0'),
);

describe('a database that ends right after it let a service in', () => {
  let server: Server;
  afterEach(() => {
    server.close();
  });

  it('is told by the query that fails, and stops nothing', async () => {
    server = createServer((socket: Socket) => {
      socket.on('error', () => socket.destroy());
      // All in one piece, as when the server is killed at that moment.
      socket.once('data', () => socket.end(Buffer.concat([LET_IN, READY, ENDED])));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const config = Object.assign(new ServiceConfig(), { DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/c` });
    const source = new DataSource(dataSourceOptions('intake', config, { entities: [], migrations: [] }));
    await expect(source.initialize()).rejects.toThrow();
  });
});
