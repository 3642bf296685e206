// Carries so many events from an outbox over Kafka to an inbox with one insert each; prints how many a second.
// Arguments: brokers, database of the sender, database of the receiver, topic, number of events.
import 'reflect-metadata';
import { Controller, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import {
  connectMessaging,
  KafkaTransport,
  MessagingModule,
  messagingEntities,
  messagingMigrations,
  Outbox,
  Transactions,
  type EventContext,
} from '#messaging';
import type * as Database from '../../../libs/platform/src/database/preparing-client.ts';
import { waitUntil } from '../../system/wait-until.ts';

/** Connections as every service has them. */
const BUILT = new URL('../../../dist/libs/platform/src/database/preparing-client.js', import.meta.url).href;
const { PreparingClient } = (await import(BUILT)) as typeof Database;

const TYPE = 'load.counted.v1';
const IN_ONE_CHANGE = 100;
const PATIENCE_MS = 300_000;

const [brokers = '', senderUrl = '', receiverUrl = '', topic = '', amount = '0'] = process.argv.slice(2);
const count = Number(amount);
const schema = {
  type: 'object',
  properties: { n: { type: 'integer' } },
  required: ['n'],
  additionalProperties: false,
};
const definition = { type: TYPE, topic, urgent: false, schema };
const catalogue = {
  find: (type: string) => (type === TYPE ? definition : undefined),
  all: () => [definition],
};

/** The decorators as plain calls: Node runs this file as it stands, and knows no decorators. */
class CountingConsumer {
  async on({ n }: { n: number }, { manager }: EventContext): Promise<void> {
    await manager.query('INSERT INTO counted (n) VALUES ($1)', [n]);
  }
}
const { prototype } = CountingConsumer;
EventPattern<string>(TYPE)(prototype, 'on', Object.getOwnPropertyDescriptor(prototype, 'on')!);
Payload()(prototype, 'on', 0);
Ctx()(prototype, 'on', 1);
Controller()(CountingConsumer);

async function service(name: string, url: string, controllers: DynamicModule['controllers'] = []) {
  const transport = new KafkaTransport({ brokers: brokers.split(','), clientId: name });
  const root: DynamicModule = {
    module: class LoadModule {},
    controllers,
    imports: [
      TypeOrmModule.forRoot({
        type: 'postgres',
        url,
        entities: messagingEntities,
        migrations: messagingMigrations,
        migrationsRun: true,
        extra: { Client: PreparingClient, pipeline: true },
        poolSize: 8,
      }),
      MessagingModule.forRoot({ service: name, catalogue, transport, handlers: 'SIDE_BY_SIDE' }),
    ],
  };
  const app = await NestFactory.create<NestFastifyApplication>(root, new FastifyAdapter(), { logger: false });
  connectMessaging(app);
  await app.init();
  return app;
}

const sender = await service('sender', senderUrl);
const receiver = await service('receiver', receiverUrl, [CountingConsumer]);
const received = receiver.get(DataSource);
await received.query('CREATE TABLE counted (n integer NOT NULL)');
for (let first = 0; first < count; first += IN_ONE_CHANGE) {
  const events = Array.from({ length: Math.min(IN_ONE_CHANGE, count - first) }, (_, index) => ({
    type: TYPE,
    key: `key-${first + index}`,
    data: { n: first + index },
  }));
  await sender.get(Transactions).run((manager) => sender.get(Outbox).publish(manager, ...events));
}
const from = performance.now();
await Promise.all([sender.startAllMicroservices(), receiver.startAllMicroservices()]);
await waitUntil(
  async () => {
    const [row] = await received.query<{ n: number }[]>('SELECT count(*)::int AS n FROM counted');
    return row?.n === count ? true : undefined;
  },
  `${count} effects`,
  PATIENCE_MS,
  100,
);
process.stdout.write(String((count / (performance.now() - from)) * 1_000));
process.exit(0);
