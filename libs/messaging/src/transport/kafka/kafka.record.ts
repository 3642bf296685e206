import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { IncomingRecord } from '../transport.js';

/** Takes a message as it is: nothing is parsed by guess, and header names lose their case. */
export function incoming(topic: string, partition: number, message: KafkaMessage): IncomingRecord {
  return {
    topic,
    key: message.key === null ? null : message.key.toString('utf8'),
    value: message.value,
    headers: plain(message.headers ?? {}),
    position: `${partition}:${message.offset}`,
  };
}

function plain(headers: IHeaders): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const last = Array.isArray(value) ? value.at(-1) : value;
    if (last !== undefined) result[name.toLowerCase()] = last.toString('utf8');
  }
  return result;
}
