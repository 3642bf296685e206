import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { requireFreePorts } from '../local/ports/free-ports.js';
import { localPorts } from '../local/ports/local-ports.js';

describe('busy ports', () => {
  it.each(['127.0.0.1', '0.0.0.0'])('on %s are named with the variable that moves them', async (address) => {
    const holder = createServer().listen(0, address);
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const ports = localPorts({ PORT_OFFSET: '21000', EDISON_PORT: String(port) });
    await expect(requireFreePorts(ports, '127.0.0.1')).rejects.toThrow(
      `poort ${port} (edison): zet EDISON_PORT op een vrije poort`,
    );
    holder.close();
    await once(holder, 'close');
    await expect(requireFreePorts(ports, '127.0.0.1')).resolves.toBeUndefined();
  });
});
