import { Logger } from '@nestjs/common';
import kafkajs, { type Consumer, type EachBatchPayload, type Kafka, type KafkaMessage } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import { failureReason } from '../../parking/failure-reason.js';
import { KeyedExecutor } from '../keyed-executor.js';
import type { ConsumerState, Subscription } from '../transport.js';
import { isForGood, isPassing } from './consumer-failure.js';
import { RETRY } from './kafka-client.js';
import { KafkaOffsets, type Ends } from './kafka.offsets.js';
import { incoming } from './kafka.record.js';

const HEARTBEAT_MS = 1000;
/** A killed consumer is missed after this time, and its partitions go to another; brokers accept no less. */
const SESSION_MS = 6000;
const CHUNK = 100;
const LOOK_FOR_TOPICS_MS = 2000;
const LOOK_AT_OFFSETS_MS = 250;

// Node finds no named exports for the error classes of this CommonJS package.
const { KafkaJSError } = kafkajs;

/** The group leaves or stops: records in hand are offered again to whoever gets the partition. */
class NotHandledError extends KafkaJSError {
  override readonly name = 'NotHandledError';
}

/** One consumer group on Kafka: joins when its topics and the broker are there, and stays joined. */
export class KafkaGroup {
  private readonly logger: Logger;
  private readonly executor: KeyedExecutor;
  private readonly closing = new AbortController();
  private readonly ended: Promise<void>;
  private consumer: Consumer | undefined;
  /** Topics that the consumer reads; none when it has to be started. */
  private consumed: string[] = [];
  state: ConsumerState = 'STARTING';

  constructor(
    private readonly kafka: Kafka,
    private readonly subscription: Subscription,
  ) {
    this.logger = new Logger(`Kafka group ${subscription.group}`);
    this.executor = new KeyedExecutor(subscription.concurrency);
    this.ended = this.supervise();
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.consumer?.disconnect();
    await this.ended;
    // Once more: a consumer that was just being started has joined after the first time.
    await this.consumer?.disconnect();
  }

  /** Resolves when everything that is in the topics now has been handled, however long the broker is away. */
  async whenCaughtUp(): Promise<void> {
    const offsets = new KafkaOffsets(this.kafka, this.subscription.group, this.subscription.topics);
    let ends: Ends | undefined;
    while (!this.closing.signal.aborted) {
      try {
        ends ??= await offsets.ends();
        if (await offsets.reached(ends)) return;
      } catch (error) {
        this.logger.debug(`offsets not known: ${failureReason(error)}`);
      }
      await sleep(LOOK_AT_OFFSETS_MS, undefined, { signal: this.closing.signal }).catch(() => undefined);
    }
    throw new Error(`${this.subscription.group} was closed before it had caught up`);
  }

  /** Keeps a consumer on all topics that exist, and starts it anew when a missing one appears. */
  private async supervise(): Promise<void> {
    while (!this.closing.signal.aborted && this.state !== 'DEAD') {
      try {
        const complete = this.consumed.length === this.subscription.topics.length;
        const existing = complete ? this.consumed : await this.existingTopics();
        if (existing.length > this.consumed.length) {
          await this.consumer?.disconnect();
          await this.startOn(existing);
        }
      } catch (error) {
        this.changeTo(isForGood(error) ? 'DEAD' : 'BROKER_AWAY', failureReason(error));
      }
      await sleep(LOOK_FOR_TOPICS_MS, undefined, { signal: this.closing.signal }).catch(() => undefined);
    }
  }

  /** What it reads is noted before it runs: it may crash at any moment from then on. */
  private async startOn(topics: string[]): Promise<void> {
    this.consumed = topics;
    try {
      await this.consume(topics);
    } catch (error) {
      this.consumed = [];
      throw error;
    }
  }

  private async existingTopics(): Promise<string[]> {
    const admin = this.kafka.admin({ retry: { retries: 1 } });
    try {
      await admin.connect();
      const topics = new Set(await admin.listTopics());
      return this.subscription.topics.filter((topic) => topics.has(topic));
    } finally {
      await admin.disconnect();
    }
  }

  private async consume(topics: string[]): Promise<void> {
    const consumer = this.kafka.consumer({
      groupId: this.subscription.group,
      sessionTimeout: SESSION_MS,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: 1000,
      allowAutoTopicCreation: false,
      // kafkajs would start a consumer again that crashed while it was being closed, and nobody would ever end that one.
      retry: { ...RETRY, restartOnFailure: () => Promise.resolve(!this.closing.signal.aborted) },
    });
    this.consumer = consumer;
    consumer.on('consumer.group_join', () => this.changeTo('RUNNING', `joined for ${topics.join(', ')}`));
    consumer.on('consumer.crash', ({ payload: { error, restart } }) => {
      const isOver = !restart && !isPassing(error);
      // What kafkajs gave up too soon is started anew by the supervisor.
      if (!restart && !isOver && this.consumer === consumer) this.consumed = [];
      this.changeTo(isOver ? 'DEAD' : 'BROKER_AWAY', failureReason(error));
    });
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: this.subscription.concurrency,
      eachBatch: (payload) => this.handleBatch(payload),
    });
  }

  /** Commits what is handled chunk by chunk; heartbeats go on however long a handler takes. */
  private async handleBatch(payload: EachBatchPayload): Promise<void> {
    const { topic, partition, messages } = payload.batch;
    const left = new AbortController();
    const heart = setInterval(() => {
      payload.heartbeat().catch(() => left.abort());
    }, HEARTBEAT_MS);
    try {
      for (let start = 0; start < messages.length; start += CHUNK) {
        if (!payload.isRunning() || payload.isStale() || this.closing.signal.aborted) return;
        const chunk = messages.slice(start, start + CHUNK);
        await this.handleChunk(topic, partition, chunk, AbortSignal.any([left.signal, this.closing.signal]));
        const last = chunk.at(-1);
        if (last) payload.resolveOffset(last.offset);
        await payload.commitOffsetsIfNecessary(payload.uncommittedOffsets());
      }
    } finally {
      clearInterval(heart);
    }
  }

  private async handleChunk(topic: string, partition: number, chunk: KafkaMessage[], stop: AbortSignal) {
    const results = await Promise.allSettled(
      chunk.map((message) => {
        const record = incoming(topic, partition, message);
        return this.executor.run(`${topic} ${record.key ?? ''}`, () => this.untilHandled(record, stop));
      }),
    );
    // Thrown only after all have settled: nothing of this chunk may still run when the partition moves on.
    if (results.some((result) => result.status === 'rejected')) {
      throw new NotHandledError('left the group with records in hand');
    }
  }

  /** An error that reaches kafkajs stops every topic of the consumer, so the wait for a database is here. */
  private async untilHandled(record: ReturnType<typeof incoming>, stop: AbortSignal): Promise<void> {
    for (let delay = 200; ; delay = Math.min(delay * 2, 5000)) {
      if (stop.aborted) throw new NotHandledError('not handled');
      try {
        return await this.subscription.handle(record);
      } catch (error) {
        this.logger.warn(`${record.topic} ${record.position} waits: ${failureReason(error)}`);
        await sleep(delay, undefined, { signal: stop }).catch(() => undefined);
      }
    }
  }

  private changeTo(state: ConsumerState, why: string): void {
    if (this.state === state || this.closing.signal.aborted) return;
    this.state = state;
    if (state === 'DEAD') this.logger.error(`consumer has ended: ${why}`);
    else this.logger.log(`${state}: ${why}`);
  }
}
