import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { FaultyLink } from './faulty-link.js';

const HERE = '127.0.0.1';

describe('a link that can be broken', () => {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  async function echo(): Promise<{ link: FaultyLink; port: number; heard: Buffer[] }> {
    const heard: Buffer[] = [];
    const server: Server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.on('data', (chunk: Buffer) => {
        heard.push(chunk);
        socket.write(chunk);
      });
    }).listen(0, HERE);
    await once(server, 'listening');
    const link = new FaultyLink('a→b', { host: HERE, port: (server.address() as AddressInfo).port });
    const port = await link.listen({ host: HERE, port: 0 });
    open.push(link, server);
    return { link, port, heard };
  }

  async function client(port: number): Promise<Socket> {
    const socket = connect(port, HERE);
    await once(socket, 'connect');
    return socket;
  }

  const said = async (socket: Socket): Promise<string> => String((await once(socket, 'data'))[0]);

  it('passes everything on when whole, and again when mended', async () => {
    const { link, port } = await echo();
    const first = await client(port);
    first.write('one');
    expect(await said(first)).toBe('one');
    link.break('CUT');
    await once(first, 'error');
    link.mend();
    const second = await client(port);
    second.write('two');
    expect(await said(second)).toBe('two');
    second.destroy();
  });

  it('loses answers only, so that the other end has done what was asked', async () => {
    const { link, port, heard } = await echo();
    const socket = await client(port);
    link.break('ANSWERS_LOST');
    socket.write('asked');
    while (heard.length === 0) await new Promise(setImmediate);
    link.mend();
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNRESET');
    expect(Buffer.concat(heard).toString()).toBe('asked');
  });

  it('greets as a mail server that does not want to', async () => {
    const { link, port } = await echo();
    link.break('GREETS_WITH_421');
    expect(await said(await client(port))).toMatch(/^421 /);
  });

  it('lets a whole mail through, and not the answer to it', async () => {
    const { link, port, heard } = await echo();
    link.break('TAKES_AND_SAYS_NOTHING');
    const socket = await client(port);
    socket.write('DATA\r\n');
    expect(await said(socket)).toBe('DATA\r\n');
    socket.write('a mail\r\n');
    expect(await said(socket)).toBe('a mail\r\n');
    socket.write('.\r\n');
    while (!Buffer.concat(heard).toString().endsWith('.\r\n')) await new Promise(setImmediate);
    link.mend();
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNRESET');
  });

  it('delays and keeps the order', async () => {
    const { link, port } = await echo();
    link.break('DELAYED');
    const socket = await client(port);
    socket.write('one');
    socket.write('two');
    let text = '';
    while (text.length < 6) text += await said(socket);
    expect(text).toBe('onetwo');
    socket.destroy();
  });
});
