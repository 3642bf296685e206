import { v7 as uuidv7 } from 'uuid';

/**
 * The name of a new Kafka cluster: 16 bytes in URL-safe base64, as Kafka asks.
 *
 * A UUID of version 7 begins with the time, so the text begins with a letter. A random one begins with "-" once in 64
 * times, which the format tool reads as an option; Kafka's own generator leaves those out for the same reason.
 */
export function newClusterId(): string {
  return Buffer.from(uuidv7().replaceAll('-', ''), 'hex').toString('base64url');
}
