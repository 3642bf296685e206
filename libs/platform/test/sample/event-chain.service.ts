import { Controller, HttpCode, Injectable, Module, Post } from '@nestjs/common';
import { Ctx, EventPattern } from '@nestjs/microservices';
import {
  Outbox,
  Transactions,
  WorkHandler,
  WorkQueue,
  type EventCatalogue,
  type EventContext,
  type EventDefinition,
} from '#messaging';
import { currentTraceId, PublicRoute, ServiceConfig, uuidv7, type ServiceDefinition } from '#platform';

const TYPE = 'be.opgroeipunt.note.written.v1';
const definition: EventDefinition = {
  type: TYPE,
  topic: 'opgroeipunt.note.v1',
  schema: { type: 'object' },
  urgent: false,
};
const catalogue: EventCatalogue = {
  find: (type) => (type === TYPE ? definition : undefined),
  all: () => [definition],
};

/** Trace ids as each step saw them. */
@Injectable()
export class Steps {
  readonly seen: Record<string, string> = {};
}

@Controller('api/v1/notes')
class WriteController {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly steps: Steps,
  ) {}

  @Post()
  @HttpCode(201)
  @PublicRoute()
  async write(): Promise<void> {
    this.steps.seen['request'] = currentTraceId();
    await this.transactions.run((manager) =>
      this.outbox.publish(manager, { type: TYPE, key: uuidv7(), data: {} }),
    );
  }
}

@Controller()
class WrittenConsumer {
  constructor(
    private readonly work: WorkQueue,
    private readonly steps: Steps,
  ) {}

  @EventPattern(TYPE)
  async onWritten(@Ctx() context: EventContext): Promise<void> {
    this.steps.seen['event'] = currentTraceId();
    await this.work.enqueue(context.manager, { kind: 'tell', key: context.key, payload: {} });
  }
}

@Injectable()
class TellWorker {
  constructor(private readonly steps: Steps) {}

  @WorkHandler('tell')
  async tell(): Promise<void> {
    this.steps.seen['work'] = currentTraceId();
  }
}

@Module({ controllers: [WriteController, WrittenConsumer], providers: [Steps, TellWorker] })
class EventChainModule {}

/** A request that causes an event that causes work, to follow one trace through all of it. */
export const eventChainService: ServiceDefinition<ServiceConfig> = {
  name: 'edison',
  title: 'Event chain',
  defaultPort: 0,
  config: ServiceConfig,
  entities: [],
  migrations: [],
  module: () => EventChainModule,
  messaging: { catalogue },
};
