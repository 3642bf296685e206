import type { DynamicModule } from '@nestjs/common';
import type { DestinationStream } from 'pino';
import { connectMessaging, messagingEntities, messagingMigrations, type Transport } from '#messaging';
import { inService } from '../logging/service-scope.js';
import { logRequests } from '../logging/http-logging.js';
import { ProcessLogger } from '../logging/process-logger.js';
import { loadConfig, type Environment } from '../configuration/load-config.js';
import type { ServiceConfig } from '../configuration/service-config.js';
import { dataSourceOptions, DatabaseModule, migrate, type Schema } from '../database/index.js';
import { EventsModule } from '../events/events.module.js';
import { ScopedTransport } from '../events/scoped-transport.js';
import { measureRequests } from '../metrics/http-metrics.js';
import { Metrics } from '../metrics/metrics.js';
import { serveOpenApi } from '../openapi/openapi-routes.js';
import { traceRequests } from '../tracing/http-tracing.js';
import { Tracing } from '../tracing/tracing.js';
import { FileKeyEncryption } from '../vault/file-key-encryption.js';
import { KeyRing } from '../vault/key-ring.js';
import { MissingKeyEncryption } from '../vault/missing-key-encryption.js';
import { createHttpApplication } from './http-application.js';
import { jsonBodyParser } from './json-body.js';
import { listen } from './listen.js';
import { refuseOtherMethods } from './method-not-allowed.js';
import { PlatformModule, type PlatformParts } from './platform.module.js';
import { refuseOddFraming } from './request-framing.js';
import type { RunningService, ServiceDefinition } from './service-definition.js';

export interface StartOptions {
  /** How events travel; one for all services of a process. */
  transport: Transport;
  /** Takes the JSON log lines; standard output without it. */
  log?: DestinationStream;
}

/** A definition with migrations has tables of its own; the platform then adds its tables to them. */
const hasDatabase = <C extends ServiceConfig>(definition: ServiceDefinition<C>): boolean =>
  definition.migrations.length > 0 || definition.messaging !== undefined;

function schemaOf<C extends ServiceConfig>({
  entities,
  migrations,
  messaging,
}: ServiceDefinition<C>): Schema {
  if (messaging === undefined) return { entities, migrations };
  return {
    entities: [...messagingEntities, ...entities],
    migrations: [...messagingMigrations, ...migrations],
  };
}

function configurationOf<C extends ServiceConfig>(definition: ServiceDefinition<C>, env: Environment): C {
  const required: (keyof ServiceConfig)[] = hasDatabase(definition) ? ['DATABASE_URL'] : [];
  return loadConfig(definition.config, { PORT: String(definition.defaultPort), ...env }, required);
}

async function rootModule<C extends ServiceConfig>(
  definition: ServiceDefinition<C>,
  config: C,
  parts: Omit<PlatformParts, 'withDatabase'>,
  transport: Transport,
): Promise<DynamicModule> {
  const withDatabase = hasDatabase(definition);
  const platform = PlatformModule.forRoot({
    ...parts,
    withDatabase: withDatabase ? 'WITH_DATABASE' : 'WITHOUT_DATABASE',
  });
  const imports: DynamicModule['imports'] = [platform];
  if (withDatabase) {
    const options = dataSourceOptions(definition.name, config, schemaOf(definition));
    await migrate(options);
    imports.push(DatabaseModule.forRoot(options));
  }
  if (definition.messaging !== undefined) {
    imports.push(
      EventsModule.forRoot({
        service: definition.name,
        ...definition.messaging,
        transport: new ScopedTransport(transport, definition.name),
        registry: parts.metrics.registry,
        ...(config.EVENT_HISTORY_DAYS === undefined ? {} : { historyDays: config.EVENT_HISTORY_DAYS }),
      }),
    );
  }
  imports.push(definition.module(config));
  return { module: class ServiceRoot {}, imports };
}

/**
 * Starts one service: checks its configuration, migrates its database, listens.
 * @throws ConfigurationError, SchemaTooNewError, PortInUseError; nothing stays open after a failure
 */
export async function startService<C extends ServiceConfig>(
  definition: ServiceDefinition<C>,
  env: Environment,
  options: StartOptions,
): Promise<RunningService> {
  return inService(definition.name, async () => {
    const config = configurationOf(definition, env);
    const metrics = new Metrics(definition.name);
    const tracing = new Tracing(definition.name, config.OTEL_EXPORTER_OTLP_ENDPOINT);
    const encryption =
      config.KEK_FILE === undefined
        ? new MissingKeyEncryption()
        : await FileKeyEncryption.open(config.KEK_FILE);
    const root = await rootModule(
      definition,
      config,
      { config, metrics, tracing, keyRing: new KeyRing(encryption) },
      options.transport,
    );
    const app = await createHttpApplication(
      root,
      new ProcessLogger(config.LOG_LEVEL, options.log),
      definition.contentSecurityPolicy,
    );
    try {
      const server = app.getHttpAdapter().getInstance();
      traceRequests(server, tracing);
      logRequests(server, definition.name, config.LOG_LEVEL);
      measureRequests(server, metrics);
      refuseOtherMethods(server);
      refuseOddFraming(server);
      await definition.configureHttp?.(app, config);
      app.useBodyParser('application/json', { bodyLimit: 1024 * 1024 }, jsonBodyParser(server));
      serveOpenApi(app, definition.title);
      if (definition.messaging !== undefined) connectMessaging(app);
      const url = await listen(app, config.HOST, config.PORT);
      await app.startAllMicroservices();
      return { name: definition.name, url, app, stop: () => stop(app, tracing) };
    } catch (error) {
      await app.close();
      throw error;
    }
  });
}

async function stop(app: RunningService['app'], tracing: Tracing): Promise<void> {
  await app.close();
  await tracing.stop();
}
