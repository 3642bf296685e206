import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { MessagingHealth, MessagingModule, type MessagingOptions } from '#messaging';
import { LivenessChecks } from '../health/health-checks.js';
import { ParkedEventsController } from './parked-events.controller.js';

/** Outbox, inbox, consumers and work queue of a service, with their liveness and the list of parked events. */
@Module({ controllers: [ParkedEventsController] })
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
