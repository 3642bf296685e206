import type { IncomingRecord, OutgoingRecord } from '../transport/transport.js';

/** A CloudEvent 1.0 as this system uses it (contract.md section 5). */
export interface CloudEvent {
  id: string;
  type: string;
  source: string;
  subject: string;
  /** The aggregate's version: rises by one with every event of the aggregate that this source publishes. */
  version: number;
  time: Date;
  traceparent: string | null;
  data: unknown;
}

/** The record is no CloudEvent that can be read; it goes to the dead letters. */
export class UndecodableRecordError extends Error {
  override readonly name = 'UndecodableRecordError';
}

export interface StoredEvent {
  id: string;
  type: string;
  topic: string;
  key: string;
  source: string;
  version: string;
  createdAt: Date;
  traceparent: string | null;
  data: string;
}

/** Binary mode: attributes in `ce_*` headers, the data alone in the value. */
export function encode(event: StoredEvent): OutgoingRecord {
  return {
    topic: event.topic,
    key: event.key,
    value: Buffer.from(event.data),
    headers: {
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_source: event.source,
      ce_type: event.type,
      ce_time: event.createdAt.toISOString(),
      ce_subject: event.key,
      ce_sequence: event.version,
      'content-type': 'application/json',
      ...(event.traceparent ? { traceparent: event.traceparent } : {}),
    },
  };
}

/** @throws UndecodableRecordError naming what is missing or unreadable, without values */
export function decode(record: IncomingRecord): CloudEvent {
  const headers = new Map(Object.entries(record.headers).map(([name, value]) => [name.toLowerCase(), value]));
  const required = (name: string): string => {
    const value = headers.get(name);
    if (!value) throw new UndecodableRecordError(`header ${name} is missing`);
    return value;
  };
  const subject = record.key ?? headers.get('ce_subject');
  if (!subject) throw new UndecodableRecordError('the record has no key');
  const time = new Date(headers.get('ce_time') ?? Number.NaN);
  if (Number.isNaN(time.getTime())) throw new UndecodableRecordError('header ce_time is no time');
  const version = Number(headers.get('ce_sequence') ?? 0);
  if (!Number.isSafeInteger(version))
    throw new UndecodableRecordError('header ce_sequence is no whole number');
  return {
    id: required('ce_id'),
    type: required('ce_type'),
    source: required('ce_source'),
    subject,
    version,
    time,
    traceparent: headers.get('traceparent') ?? null,
    data: parse(record.value),
  };
}

function parse(value: Buffer | null): unknown {
  if (value === null) throw new UndecodableRecordError('the value is null');
  try {
    return JSON.parse(value.toString('utf8'));
  } catch {
    throw new UndecodableRecordError('the value is no JSON');
  }
}
