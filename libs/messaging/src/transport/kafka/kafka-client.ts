import { Logger } from '@nestjs/common';
import { Kafka, logLevel, type LogEntry } from 'kafkajs';
import { quietIdleConnections } from './quiet-request-queue.js';

export interface KafkaOptions {
  /** `host:port`, one or more. */
  brokers: string[];
  clientId: string;
}

/** Short: see below. Times in milliseconds. */
export const RETRY = { initialRetryTime: 100, maxRetryTime: 2000, retries: 5 };

/**
 * A client of its own for each lane and consumer group, so that none waits on the connection of another.
 * Retries are short: the relay and the consumers' supervisor try again themselves, and know when to stop.
 */
export function kafkaClient({ brokers, clientId }: KafkaOptions): Kafka {
  quietIdleConnections();
  return new Kafka({
    brokers,
    clientId,
    connectionTimeout: 3000,
    requestTimeout: 15_000,
    retry: RETRY,
    logLevel: logLevel.WARN,
    logCreator: () => log,
  });
}

const logger = new Logger('kafkajs');

/** kafkajs reports each failed try; what matters is logged by the transport once, when a state changes. */
function log({ label, log: { message } }: LogEntry): void {
  logger.debug(`${label} ${message}`);
}
