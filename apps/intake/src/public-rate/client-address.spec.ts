import { describe, expect, it } from '@jest/globals';
import { clientAddress, isAddressList, trustedProxies } from './client-address.js';

const trusted = trustedProxies('127.0.0.1, ::1, 10.0.0.0/8');

describe('the address of a client', () => {
  it.each([
    ['nobody in between', '198.51.100.7', undefined, '198.51.100.7'],
    ['a stranger who writes the header himself', '198.51.100.7', '203.0.113.9', '198.51.100.7'],
    ['one proxy of ours', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['two proxies of ours', '10.1.2.3', '203.0.113.9, 10.9.9.9', '203.0.113.9'],
    ['a client that forged a hop before our proxy', '127.0.0.1', '1.2.3.4, 203.0.113.9', '203.0.113.9'],
    ['IPv4 written as IPv6', '::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['our own machine', '127.0.0.1', undefined, '127.0.0.1'],
    ['nonsense in the header', '127.0.0.1', '<script>, unknown', '127.0.0.1'],
  ])('%s', (_what, peer, header, expected) => {
    expect(clientAddress(peer, header, trusted)).toBe(expected);
  });

  it.each([
    ['127.0.0.1,10.0.0.0/8', true],
    ['', true],
    ['localhost', false],
    ['10.0.0.0/99', false],
  ])('reads a list of proxies: %s', (text, expected) => {
    expect(isAddressList(text)).toBe(expected);
  });
});
