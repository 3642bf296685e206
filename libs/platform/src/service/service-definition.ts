import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { EventCatalogue, MessagingOptions } from '#messaging';
import type { ServiceName } from '../access/actor.js';
import type { SecurityPolicy } from './security-headers.js';
import type { ServiceConfig } from '../configuration/service-config.js';

/** All that makes a service differ from the others; the rest `startService` gives to each in the same way. */
export interface ServiceDefinition<C extends ServiceConfig> {
  name: ServiceName;
  /** Title of the API page. */
  title: string;
  defaultPort: number;
  config: new () => C;
  /** TypeORM entities; [] when it has no database. */
  entities: Function[];
  /** TypeORM migrations of its own; those of the platform and of messaging are added. [] when it has no database. */
  migrations: Function[];
  /** The root module of the app; imports feature modules only. */
  module(config: C): Type | DynamicModule;
  /** Set: outbox, inbox, relay, consumers and work queue are wired. */
  messaging?: { catalogue: EventCatalogue } & Pick<MessagingOptions, 'handlers' | 'concurrency'>;
  /** Only for a service that shows pages; an API allows nothing to be loaded. Directives of helmet. */
  contentSecurityPolicy?: SecurityPolicy;
  /** Further Fastify plugins, e.g. for form bodies. Runs before the routes are made. */
  configureHttp?(app: NestFastifyApplication, config: C): Promise<void> | void;
}

export interface RunningService {
  name: ServiceName;
  /** Address that it answers on, without a slash at the end. */
  url: string;
  app: NestFastifyApplication;
  /** Stops taking work, finishes what is in hand, closes connections. */
  stop(): Promise<void>;
}
