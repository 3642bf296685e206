import { KeyRing } from '#platform';
import { describe, expect, it } from '@jest/globals';
import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { NotificationConfig } from '../notification.config.js';
import { ReturnPaths } from './return-path.js';

const ID = '0193a5c2-7b1e-7c3a-9f00-3b6f2c1d4e5f';
/** A key ring that derives keys and has nothing to wrap. */
const keysOf = (secret: Buffer) =>
  new KeyRing({
    wrap: (key) => key,
    unwrap: (key) => key,
    derive: (purpose) => createSecretKey(createHmac('sha256', secret).update(purpose).digest()),
  });
const pathsOf = (secret: Buffer, domain: string | undefined = 'terug.example') =>
  new ReturnPaths(keysOf(secret), Object.assign(new NotificationConfig(), { BOUNCE_DOMAIN: domain }));

describe('return path', () => {
  const secret = randomBytes(32);
  const paths = pathsOf(secret);
  const address = paths.of(ID);

  it('is an address of the bounce domain that every mail system can hold, and leads back to the message', () => {
    expect(address).toMatch(/^b-[a-z2-7]{45}@terug\.example$/);
    expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
    expect(paths.messageIn(address)).toBe(ID);
  });

  it('survives a change of case on its way', () => {
    expect(paths.messageIn(address.toUpperCase())).toBe(ID);
  });

  it('is of no use when any letter of it is another', () => {
    const local = address.split('@')[0] ?? '';
    for (let place = 2; place < local.length; place += 1) {
      const other = local[place] === 'a' ? 'b' : 'a';
      const forged = `${local.slice(0, place)}${other}${local.slice(place + 1)}@terug.example`;
      expect(paths.messageIn(forged)).toBeUndefined();
    }
  });

  it.each([
    ['another key', pathsOf(randomBytes(32)).of(ID)],
    ['another domain', address.replace('terug', 'elders')],
    ['no token', 'b-@terug.example'],
    ['an id alone', 'b-agjvqyt3dz6dvhyahnxsyhkol4@terug.example'],
    ['letters that are none', 'b-0189@terug.example'],
    ['no address', 'postmaster'],
  ])('is not accepted with %s', (_what, forged) => {
    expect(paths.messageIn(forged)).toBeUndefined();
  });

  it('is the address of the sender where nobody reads bounces', () => {
    const config = new NotificationConfig();
    const none = new ReturnPaths(keysOf(secret), config);
    expect(none.of(ID)).toBe(config.MAIL_FROM);
    expect(none.messageIn(address)).toBeUndefined();
    expect(none.messageIn('b-')).toBeUndefined();
  });
});
