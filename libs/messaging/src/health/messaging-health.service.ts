import { Inject, Injectable } from '@nestjs/common';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../nest/messaging.options.js';

/** What liveness asks (guarantee 8). */
@Injectable()
export class MessagingHealth {
  constructor(@Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions) {}

  /**
   * Resolves while every consumer of this service runs or waits for its broker.
   * @throws when a consumer is dead: only a new process helps then
   */
  async live(): Promise<void> {
    const { service, transport } = this.options;
    const isOwn = (group: string): boolean =>
      group === service || group === `${service}-crisis` || group.startsWith(`${service}.`);
    const dead = [...transport.status()].filter(([group, state]) => isOwn(group) && state === 'DEAD');
    if (dead.length > 0) throw new Error(`consumer ${dead.map(([group]) => group).join(', ')} has ended`);
  }
}
