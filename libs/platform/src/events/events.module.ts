import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { MessagingHealth, MessagingModule, type MessagingOptions } from '#messaging';
import { LivenessChecks } from '../health/health-checks.js';
import { DeadLettersController } from './dead-letters.controller.js';
import { ParkedEventsController } from './parked-events.controller.js';
import { ProjectionsController } from './projections.controller.js';

/** Outbox, inbox, consumers and work queue of a service, with their liveness and what operators see and do. */
@Module({ controllers: [ParkedEventsController, DeadLettersController, ProjectionsController] })
export class EventsModule implements OnModuleInit {
  constructor(
    private readonly messaging: MessagingHealth,
    private readonly liveness: LivenessChecks,
  ) {}

  static forRoot(options: MessagingOptions): DynamicModule {
    return { module: EventsModule, imports: [MessagingModule.forRoot(options)] };
  }

  onModuleInit(): void {
    this.liveness.register('messaging', () => this.messaging.live());
  }
}
