import { describe, expect, it } from '@jest/globals';
import { DateTime, IANAZone } from 'luxon';
import { RememberedZone } from './remembered-zone.js';

describe('a zone that remembers its offsets', () => {
  const zone = new RememberedZone('Europe/Brussels');

  it.each(['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '1992-09-27T01:00:00Z'])(
    'has those of the zone around the change of %s, asked before or not',
    (change) => {
      const plain = IANAZone.create('Europe/Brussels');
      const moments = [-3_600_000, -60_000, -1, 0, 1, 60_000, 3_600_000].map((ms) => Date.parse(change) + ms);
      for (const at of [...moments, ...moments.toReversed()]) expect(zone.offset(at)).toBe(plain.offset(at));
    },
  );

  it('calculates as the zone does', () => {
    const received = '2026-03-28T12:00:00Z';
    const local = DateTime.fromISO(received, { zone });
    const plain = DateTime.fromISO(received, { zone: 'Europe/Brussels' });
    expect(local.plus({ days: 1 }).endOf('day').toISO()).toBe(plain.plus({ days: 1 }).endOf('day').toISO());
    expect(local.plus({ hours: 24 }).toISO()).toBe(plain.plus({ hours: 24 }).toISO());
  });
});
