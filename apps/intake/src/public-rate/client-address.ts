import { BlockList, isIP } from 'node:net';

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const withoutMapping = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** Tells whether `TRUSTED_PROXIES` can be read: addresses or ranges, separated by commas. */
export function isAddressList(text: string): boolean {
  try {
    trustedProxies(text);
    return true;
  } catch {
    // The text is all that can be at fault, and the caller words that.
    return false;
  }
}

/**
 * Reads a list of addresses and ranges such as `127.0.0.1, 10.0.0.0/8`.
 * @throws TypeError or RangeError on anything else
 */
export function trustedProxies(text: string): BlockList {
  const list = new BlockList();
  for (const entry of text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')) {
    const [address = '', prefix] = entry.split('/');
    if (isIP(address) === 0) throw new TypeError('not an address');
    if (prefix === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return list;
}

/**
 * The address of the client itself: behind our own proxies the last address in `X-Forwarded-For` that is none of
 * them. What a client writes into that header itself stands further left and is never believed.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, trusted: BlockList): string {
  const hops = [...(forwardedFor ?? '').split(',').map((hop) => hop.trim()), peer]
    .map(withoutMapping)
    .filter((hop) => isIP(hop) !== 0);
  return hops.findLast((hop) => !trusted.check(hop, familyOf(hop))) ?? hops[0] ?? peer;
}
