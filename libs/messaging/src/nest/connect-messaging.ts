import type { INestApplication } from '@nestjs/common';
import { NestMicroservice } from '@nestjs/microservices';
import { HandlerErrorFilter } from './handler-error.filter.js';
import { MessagingStrategy } from './messaging.strategy.js';

/**
 * Connects the `@EventPattern` handlers of an application to its transport. Call it once, before
 * `app.startAllMicroservices()`; `app.close()` stops everything in the right order.
 */
export function connectMessaging(app: INestApplication): void {
  const strategy = app.get(MessagingStrategy);
  // Deferred, because Nest reads the error filters when it registers handlers, which it otherwise does at once.
  const microservice = app.connectMicroservice({ strategy }, { deferInitialization: true });
  microservice.useGlobalFilters(new HandlerErrorFilter());
  // The hooks are those of the HTTP application, which runs them itself.
  if (microservice instanceof NestMicroservice) microservice.setIsInitHookCalled(true);
}
