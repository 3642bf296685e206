import { describe, expect, it } from '@jest/globals';
import { localPorts } from './local-ports.js';

describe('the ports of the local system', () => {
  it('are those of the contract, and one for bounces', () => {
    expect(localPorts({})).toEqual({
      portal: 3000,
      intake: 3001,
      triage: 3002,
      dossierSync: 3003,
      notification: 3004,
      edison: 3005,
      identity: 3006,
      mailSmtp: 3025,
      mailHttp: 3026,
      mailBounce: 3027,
      postgres: 3032,
    });
  });

  it('all move by the offset, but for one that is set by itself', () => {
    const ports = localPorts({ PORT_OFFSET: '500', TRIAGE_PORT: '4444' });
    expect([ports.portal, ports.triage, ports.postgres]).toEqual([3500, 4444, 3532]);
  });

  it.each([
    [{ INTAKE_PORT: 'http' }, 'INTAKE_PORT=http'],
    [{ INTAKE_PORT: '70000' }, 'INTAKE_PORT=70000'],
    [{ INTAKE_PORT: '3002' }, 'INTAKE_PORT en TRIAGE_PORT'],
  ])('refuse %j by name', (env, sentence) => {
    expect(() => localPorts(env)).toThrow(sentence);
  });
});
