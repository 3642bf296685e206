import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { BounceSource } from './bounce-source.js';
import { Bounces } from './bounces.service.js';

/** Reads bounces for as long as the service runs. */
@Injectable()
export class BounceIntake implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly source: BounceSource,
    private readonly bounces: Bounces,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.source.open(this.bounces);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.source.close();
  }
}
