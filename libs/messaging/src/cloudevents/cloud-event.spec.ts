import { describe, expect, it } from '@jest/globals';
import { decode, encode, UndecodableRecordError, type StoredEvent } from './cloud-event.js';

const stored: StoredEvent = {
  id: '0193a0c0-0000-7000-8000-000000000001',
  type: 'be.example.thing.changed.v1',
  topic: 'things',
  key: 'thing-1',
  source: '/services/things',
  version: '3',
  createdAt: new Date('2026-01-02T03:04:05.678Z'),
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  data: '{"n":1}',
};

describe('CloudEvents in binary mode', () => {
  it('puts the attributes in headers and the data alone in the value', () => {
    const { headers, value } = encode(stored);
    expect(value?.toString()).toBe('{"n":1}');
    expect(headers).toEqual({
      ce_specversion: '1.0',
      ce_id: stored.id,
      ce_source: '/services/things',
      ce_type: stored.type,
      ce_time: '2026-01-02T03:04:05.678Z',
      ce_subject: 'thing-1',
      ce_sequence: '3',
      'content-type': 'application/json',
      traceparent: stored.traceparent,
    });
  });

  it('reads back what it wrote', () => {
    expect(decode({ ...encode(stored), position: '-' })).toEqual({
      id: stored.id,
      type: stored.type,
      source: stored.source,
      subject: stored.key,
      version: 3,
      time: stored.createdAt,
      traceparent: stored.traceparent,
      data: { n: 1 },
    });
  });

  it.each(['ce_id', 'ce_type', 'ce_source', 'ce_time'])('cannot decode a record without %s', (name) => {
    const record = encode(stored);
    delete record.headers[name];
    expect(() => decode({ ...record, position: '-' })).toThrow(UndecodableRecordError);
  });

  it.each([
    ['a null value', null],
    ['no JSON', Buffer.from('{"n"')],
  ])('cannot decode %s', (_what, value) => {
    expect(() => decode({ ...encode(stored), value, position: '-' })).toThrow(UndecodableRecordError);
  });
});
